import type { ServerResponse } from 'node:http';
import type { Room } from '../../publishers/micro-broadcast/room';
import { liveMessage } from '../../publishers/micro-broadcast/live-message';

/** Readers of one room at most; the next one is told to ask again later and polls the file meanwhile. */
const MAX_READERS = 5_000;
/** A sign of life through a silent connection: proxies keep it open, and the page knows it need not poll. Milliseconds. */
const HEARTBEAT = 15_000;

interface Reader {
  readonly response: ServerResponse;
  /** Cursor of the last change that was sent. */
  seen: number;
}

/** Sends what becomes visible in live rooms to those who read along, as Server-Sent Events. */
export function createLiveEvents(headers: Readonly<Record<string, string>>) {
  const rooms = new Map<string, Set<Reader>>();

  const beat = setInterval(() => {
    for (const readers of rooms.values())
      for (const reader of readers) reader.response.write('event: ping\ndata: 1\n\n');
  }, HEARTBEAT);
  beat.unref();

  function send(reader: Reader, room: Room): void {
    if (room.cursor <= reader.seen) return;
    reader.response.write(
      `id: ${room.cursor}\nevent: update\ndata: ${JSON.stringify(liveMessage(room, reader.seen))}\n\n`,
    );
    reader.seen = room.cursor;
  }

  return {
    /** @param seen the cursor up to which this reader already has everything; 0 for nothing */
    join(room: Room, response: ServerResponse, seen: number): void {
      const readers = rooms.get(room.id) ?? new Set<Reader>();
      if (readers.size >= MAX_READERS) {
        response.writeHead(503, { 'retry-after': '30', ...headers }).end();
        return;
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        // nginx buffers otherwise, and readers would get nothing until the buffer is full.
        'x-accel-buffering': 'no',
        ...headers,
      });
      response.write('retry: 3000\nevent: ping\ndata: 1\n\n');
      // A cursor from another life of the room is higher than any of ours: such a reader gets everything.
      const reader: Reader = { response, seen: seen > room.cursor ? 0 : seen };
      send(reader, room);
      readers.add(reader);
      rooms.set(room.id, readers);
      response.on('close', () => {
        readers.delete(reader);
        if (readers.size === 0) rooms.delete(room.id);
      });
    },
    /** Ids of the rooms that somebody reads along. */
    watched: (): readonly string[] => [...rooms.keys()],
    /** Shows readers of this room what they have not seen yet; may be called as often as one likes. */
    publish: (room: Room): void => {
      for (const reader of rooms.get(room.id) ?? []) send(reader, room);
    },
    close(): void {
      clearInterval(beat);
      for (const readers of rooms.values()) for (const reader of readers) reader.response.end();
      rooms.clear();
    },
  };
}

export type LiveEvents = ReturnType<typeof createLiveEvents>;

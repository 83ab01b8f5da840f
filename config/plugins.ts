export default () => ({
  upload: {
    config: {
      sizeLimit: 200 * 1024 * 1024,
      breakpoints: { small: 640 },
      security: {
        allowedTypes: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/gif',
          'image/avif',
          'video/mp4',
          'text/vtt',
          'application/pdf',
        ],
        deniedTypes: ['image/svg+xml', 'text/html', 'application/x-msdownload', 'application/javascript'],
      },
    },
  },
});

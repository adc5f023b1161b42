// Whether there is a native module for this platform. What its loader says otherwise is about npm, whatever the cause.

interface Report {
  readonly header: { readonly glibcVersionRuntime?: string }
}

try {
  require('../native/index.js')
} catch (error) {
  throw new Error(explained(), { cause: error })
}

function explained(): string {
  const { targets } = require('../package.json').napi as { readonly targets: readonly string[] }
  const { platform, arch } = process
  const libc = platform === 'linux' ? ` (${libcName()})` : ''
  return [
    `s2s-events could not load its native module on ${platform} ${arch}${libc}.`,
    `It is made for ${targets.join(', ')}.`,
    'If this platform is one of them, install the package on it with its optional dependencies (no --omit=optional, no node_modules copied',
    'from another platform); a bundler has to leave s2s-events external.',
    'Otherwise build it: clone https://github.com/s2s-events/s2s-events, run `npm ci && npm run build` in its folder `node`, which needs Rust,',
    'and install that folder. Please report the platform at https://github.com/s2s-events/s2s-events/issues.',
  ].join(' ')
}

function libcName(): string {
  const { header } = process.report.getReport() as unknown as Report
  return header.glibcVersionRuntime === undefined ? 'musl' : `glibc ${header.glibcVersionRuntime}`
}

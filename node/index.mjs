// The same classes as for `require`, so that `instanceof` holds for both.
export {
  CannotRunError,
  ConfigError,
  Delivery,
  Destination,
  Destinations,
  Driver,
  fromGa4,
  fromSegment,
  hash,
  interpret,
  interpretError,
  interpretNoResponse,
  interpretSync,
  LogError,
  RefusedError,
  Request,
  ValidationError,
} from './dist/index.js'
export * from './providers.mjs'

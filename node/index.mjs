// The same classes as for `require`, so that `instanceof` holds for both.
export {
  Adjust,
  ConfigError,
  Delivery,
  Destination,
  Driver,
  interpret,
  interpretError,
  interpretNoResponse,
  interpretSync,
  LogError,
  Metrix,
  MetrixInApp,
  RefusedError,
  Request,
  ValidationError,
} from './dist/index.js'

// The same classes as for `require`, so that `instanceof` holds for both.
export {
  Adjust,
  ConfigError,
  Destination,
  Metrix,
  MetrixInApp,
  Request,
  ValidationError,
} from './dist/index.js'

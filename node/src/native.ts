// The native module. What crosses is text; `bindings/node/src` documents its shapes.
import './platform.js'

export * from '../native/index.js'

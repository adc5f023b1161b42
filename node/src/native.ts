// The native module. What crosses is text; `bindings/node/src` tells its shapes.
export * from '../native/index.js'

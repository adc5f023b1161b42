// Lets the recipes in `examples/node` find what they import: this package and its development dependencies.

import { register } from 'node:module'

register(
  `data:text/javascript,${encodeURIComponent(`
    const from = ${JSON.stringify(import.meta.url)}
    export function resolve(name, context, next) {
      const isRecipe = context.parentURL?.includes('/examples/node/') && !/^(\\.|node:|file:)/.test(name)
      return next(name, isRecipe ? { ...context, parentURL: from } : context)
    }
  `)}`,
)

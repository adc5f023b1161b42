// A delivery: every script of `vectors/delivery`, and what JavaScript adds.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Script } from './deliveries.mjs'
import { scriptCounts, scripts } from './vectors.mjs'

describe('the scripts', () => {
  for (const script of scripts) {
    test(script.name, () => new Script(script).run())
  }
  test('are all run', () => assert.deepEqual({ scripts: scripts.length }, scriptCounts))
})

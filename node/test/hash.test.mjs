// Every vector of `vectors/hashes.json`.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { hash, ValidationError } from 's2s-events'

const { count, hashes } = JSON.parse(readFileSync(new URL('../../vectors/hashes.json', import.meta.url), 'utf8'))
const camelCase = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())

test('every hash vector holds', () => {
  for (const vector of hashes) {
    const hashed = () => hash[camelCase(vector.function)](vector.input, vector.default_calling_code)
    if (vector.digest !== undefined) {
      assert.equal(hashed(), vector.digest, JSON.stringify(vector))
      continue
    }
    const { path, code } = vector.issue
    assert.throws(hashed, (error) => {
      assert.ok(error instanceof ValidationError)
      assert.deepEqual(
        error.issues.map((issue) => [issue.path, issue.code]),
        [[camelCase(path), code]],
        JSON.stringify(vector),
      )
      return true
    })
  }
  assert.equal(hashes.length, count)
})

test('a value that cannot be hashed is not repeated', () => {
  for (const value of ['canary\ud800', ['canary']]) {
    assert.throws(
      () => hash.email(value),
      (error) => !`${error.stack} ${JSON.stringify(error)}`.includes('canary'),
    )
  }
})

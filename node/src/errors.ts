import type { IssueCode } from './types.js'

/** One problem, or one warning. It never holds the value that it complains about. */
export interface Issue {
  /** Where: a JSON Pointer into what was given, such as `/callbackParams/order`; `''` is the whole of it. */
  readonly path: string
  /** What: a stable code; `docs/issue-codes.md` of the repository says what each means. */
  readonly code: IssueCode
  /** Why: a sentence for people. It may change between versions. */
  readonly message: string
}

abstract class IssuesError extends Error {
  /** All issues, at least one. */
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, code, message }) => `${path || '(event)'}: ${message} [${code}]`).join('; '))
    this.issues = issues
  }
}

/** An event is wrong. Nothing was built; `issues` tells everything that is wrong with it, never a value. */
export class ValidationError extends IssuesError {
  override readonly name = 'ValidationError'
}

/** A configuration is wrong; `issues` tells everything that is wrong with it, never a value. */
export class ConfigError extends IssuesError {
  override readonly name = 'ConfigError'
}

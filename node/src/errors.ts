import { issuePage } from './native.js'
import type { IssueCode } from './types.js'

/** The data of an {@link Issue}, which copies and JSON keep. */
export type IssueData = Omit<Issue, 'url'>

/** One problem, or one warning. It never holds the value that it complains about. */
export interface Issue {
  /** Where: a JSON Pointer into what was given, such as `/callbackParams/order`; `''` is the whole of it. */
  readonly path: string
  /** What: a stable code, which `url` explains. */
  readonly code: IssueCode
  /** Why: a sentence for people. It may change between versions. */
  readonly message: string
  /** Address of the documentation of `code`: its meaning and an example. It is not enumerable: copies and JSON lack it. */
  readonly url: string
}

/** Issues with their addresses. */
export function issuesOf(issues: readonly IssueData[]): readonly Issue[] {
  const page = issuePage()
  const withUrl = ({ path, code, message }: IssueData) =>
    Object.defineProperty({ path, code, message }, 'url', { value: `${page}#${code}` }) as Issue
  return issues.map(withUrl)
}

abstract class IssuesError extends Error {
  /** All issues, at least one. */
  readonly issues: readonly Issue[]

  constructor(issues: readonly IssueData[]) {
    super(issues.map(({ path, code, message }) => `${path || '(event)'}: ${message} [${code}]`).join('; '))
    this.issues = issuesOf(issues)
  }
}

/** An event is wrong. Nothing was built; `issues` has all its problems, and never a value. */
export class ValidationError extends IssuesError {
  override readonly name = 'ValidationError'
}

const REFUSALS = {
  full: 'as many events wait as `maxPending` allows',
  id_in_use: 'an event of this id waits, or its report is not acknowledged yet',
  invalid_name: 'an id, or the name of a destination, must have 1 to 255 bytes; they and lanes must be Unicode',
}

/** An event was not taken, and nothing has changed. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  /**
   * Why: as many events wait as `maxPending` allows (`full`: send what is there first), an event of this id waits, or its report is not
   * acknowledged yet (`id_in_use`), or the id, or the destination's name, is empty, longer than 255 bytes, or not Unicode (`invalid_name`).
   */
  readonly code: 'full' | 'id_in_use' | 'invalid_name'
  /** The label of the part's destination, where the parts of an event were submitted; null elsewhere, and where it is about the event's own id. */
  readonly destination: string | null

  constructor(code: RefusedError['code'], destination: string | null = null) {
    super(REFUSALS[code])
    this.code = code
    this.destination = destination
  }
}

const REASONS = {
  already_running: 'another run of this delivery has not ended',
  no_storage: 'the delivery has a journal, and its log has to be stored: `store` is missing',
  store_unfinished: 'storing a log of this delivery has not ended',
}

/** A run cannot begin, and nothing has changed. */
export class CannotRunError extends Error {
  override readonly name = 'CannotRunError'
  /**
   * Why: another run of the delivery has not ended (`already_running`), it has a journal and there is no `store` for its log (`no_storage`), or a
   * log was taken, and nobody said whether it is stored (`store_unfinished`: restore a delivery from what is stored).
   */
  readonly code: 'already_running' | 'no_storage' | 'store_unfinished'

  constructor(code: CannotRunError['code']) {
    super(REASONS[code])
    this.code = code
  }
}

/** The log of a delivery cannot be read: it is none, is damaged, or was written by a version of this library that this one does not know. */
export class LogError extends Error {
  override readonly name = 'LogError'
}

/** A configuration is wrong; `issues` has all its problems, and never a value. */
export class ConfigError extends IssuesError {
  override readonly name = 'ConfigError'
}

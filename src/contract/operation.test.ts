import { describe, expectTypeOf, it } from 'vitest'
import type { MirrorServer } from './mirror-server.ts'
import type { MirroringRequest } from './mirroring-request.ts'
import type { InputOf, ResultOf } from './operation.ts'
import type { OperationName, Operations } from './operations.ts'
import type { Page } from './page.ts'

type Input<Name extends OperationName> = InputOf<Operations[Name]>
type Result<Name extends OperationName> = ResultOf<Operations[Name]>

// These promises are kept by the compiler: `tsc -b` fails when one of them does not hold.
describe('what a caller gives to an operation', () => {
  it('has the ids of its path, by name', () => {
    expectTypeOf<Input<'getMirror'>['parameters']>().toEqualTypeOf<{ readonly mirrorId: string }>()
    expectTypeOf<{ parameters: { repoId: string } }>().toExtend<Input<'listRepositoryMirrors'>>()
    expectTypeOf<{ parameters: { mirrorId: string } }>().not.toExtend<Input<'getRepository'>>()
    expectTypeOf<object>().not.toExtend<Input<'getMirror'>>()
    expectTypeOf<object>().toExtend<Input<'listMirrors'>>()
    expectTypeOf<{ parameters: { mirrorId: string } }>().not.toExtend<Input<'listMirrors'>>()
  })

  it('has the body where there is one, and none elsewhere', () => {
    expectTypeOf<Input<'setPreferredMirror'>['body']>().toEqualTypeOf<string>()
    expectTypeOf<object>().not.toExtend<Input<'setPreferredMirror'>>()
    expectTypeOf<{ body: number }>().not.toExtend<Input<'setPreferredMirror'>>()
    expectTypeOf<{ body: string }>().not.toExtend<Input<'clearPreferredMirror'>>()
    expectTypeOf<Input<'publishEvent'>['body']['type']>().toEqualTypeOf<
      'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED'
    >()
  })

  it('has the query parameters of the row, and none elsewhere', () => {
    expectTypeOf<{ query: { state: 'PENDING'; start: 25 } }>().toExtend<Input<'listRequests'>>()
    expectTypeOf<keyof NonNullable<Input<'listMirrors'>['query']>>().toEqualTypeOf<'start' | 'limit'>()
    expectTypeOf<{ query: { state: string } }>().not.toExtend<Input<'getAnalyticsSettings'>>()
  })
})

describe('what a caller gets back', () => {
  it('is what the schema makes of it', () => {
    expectTypeOf<Result<'getMirror'>>().toEqualTypeOf<MirrorServer>()
    expectTypeOf<Result<'acceptRequest'>>().toEqualTypeOf<MirrorServer>()
    expectTypeOf<Result<'listRequests'>>().toEqualTypeOf<Page<MirroringRequest>>()
    expectTypeOf<Result<'getMirrorToken'>>().toEqualTypeOf<{ readonly token: string }>()
  })

  it('is nothing after 204, and a text for the one document', () => {
    expectTypeOf<Result<'removeMirror'>>().toEqualTypeOf<undefined>()
    expectTypeOf<Result<'getMirrorPanel'>>().toEqualTypeOf<string>()
  })
})

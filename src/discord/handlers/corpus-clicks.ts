/** What the buttons under `/corpus` and `/settings` do: add what was uploaded, remove an article, forget all, or neither. Whether the person may is asked again. */
import type { Context } from '../../../commands/command.ts'
import { acceptUpload, callOff, removeOwn } from '../../../commands/corpus.ts'
import { forgetServer } from '../../../commands/settings.ts'
import type { Answer } from '../../answer/answer.ts'
import { UserError } from '../../errors.ts'
import type { View } from '../custom-id.ts'
import type { Frame } from '../render/parts/frame.ts'
import { render } from '../render/render.ts'
import type { Responder } from './responder.ts'

export type CorpusVerb = 'add' | 'take' | 'cancel'

/** Does what was clicked, and shows it in place of the question. */
export async function answerCorpusClick(
  verb: CorpusVerb,
  view: View,
  context: Context,
  frame: Frame,
  responder: Responder,
): Promise<void> {
  const answer = await responder.whileWorking(confirm(verb, view, context, frame), true)
  const body = render(answer, null, frame)
  // After a deferral the message of the button can no longer be changed, and the answer stands below it; else it has been given then.
  await responder.change(body)
  await responder.answer(body, true)
}

function confirm(verb: CorpusVerb, view: View, context: Context, { messages }: Frame): Promise<Answer> {
  if (verb === 'cancel') return callOff(view.kind === 'draft' ? view.id : null, context)
  if (verb === 'add' && view.kind === 'draft') return acceptUpload(view.id, view.replace, context)
  if (verb === 'take' && view.kind === 'server') return forgetServer(context)
  if (verb === 'take' && view.kind === 'removal') return removeOwn(view.article, view.version, context)
  throw new UserError(messages.outdatedButton)
}

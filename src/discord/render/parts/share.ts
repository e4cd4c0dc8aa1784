/** A private answer made public: the same message, with a button that deletes it in place of the one that shared it. */
import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import { parseCustomId } from '../../custom-id.ts'
import { type Frame, messageButton } from './frame.ts'
import { type MessageBody, message } from './layout.ts'

/** `components` are those of one of our own messages, as JSON. */
export function shareable(components: readonly APIMessageTopLevelComponent[], frame: Frame): MessageBody {
  return message(
    components.map(component =>
      component.type === ComponentType.Container
        ? { ...component, components: component.components.map(inner => withoutSharing(inner, frame)) }
        : component,
    ),
  )
}

function withoutSharing(component: APIComponentInContainer, frame: Frame): APIComponentInContainer {
  if (component.type !== ComponentType.ActionRow) return component
  const components = component.components.map(button => {
    const click = 'custom_id' in button ? parseCustomId(button.custom_id) : null
    if (button.type === ComponentType.StringSelect && click?.verb === 'menu') {
      const options = button.options.map(option =>
        option.value === 'share' ? { ...option, label: frame.messages.remove, value: 'remove' } : option,
      )
      return { ...button, options }
    }
    return click?.verb === 'share' ? messageButton(click.view, { ...frame, isPrivate: false }) : button
  })
  return { ...component, components }
}

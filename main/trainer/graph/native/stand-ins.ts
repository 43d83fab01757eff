/**
 * Runs `action` while an object has other parts, and puts the old ones back whatever happens. A part that the object
 * inherits is only covered, so its class stays as it is.
 */
export function withStandIns<Owner extends object, T>(
  owner: Owner,
  standIns: Partial<Owner>,
  action: () => T,
): T {
  const before = Object.keys(standIns).map(
    (name) => [name, Object.getOwnPropertyDescriptor(owner, name)] as const,
  )
  Object.assign(owner, standIns)
  try {
    return action()
  } finally {
    for (const [name, property] of before) {
      if (property) Object.defineProperty(owner, name, property)
      else Reflect.deleteProperty(owner, name)
    }
  }
}

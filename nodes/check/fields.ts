import { z } from 'zod'

/** A value of `data` whose schema carries `meta({ field })` of a wanted kind. */
export interface FoundField {
  path: (string | number)[]
  value: unknown
}

/** Every field of one kind in valid data, found by walking schema and data together. */
export function fieldsOfKind(schema: z.ZodType, data: unknown, kind: string): FoundField[] {
  const found: FoundField[] = []
  walk(schema, data, [])
  return found

  function walk(part: z.ZodType, value: unknown, path: (string | number)[]): void {
    if (value === undefined) return
    if (part.meta()?.field === kind) found.push({ path, value })
    if (part instanceof z.ZodOptional || part instanceof z.ZodDefault) walk(part.unwrap() as z.ZodType, value, path)
    else if (part instanceof z.ZodObject) {
      const holder = value as Record<string, unknown>
      for (const [key, field] of Object.entries(part.shape))
        walk(field as z.ZodType, Object.hasOwn(holder, key) ? holder[key] : undefined, [...path, key])
    } else if (part instanceof z.ZodArray && Array.isArray(value))
      value.forEach((each, index) => walk(part.element as z.ZodType, each, [...path, index]))
    else if (part instanceof z.ZodDiscriminatedUnion) {
      const option = part.options.find((each) => (each as z.ZodType).safeParse(value).success)
      if (option) walk(option as z.ZodType, value, path)
    }
  }
}

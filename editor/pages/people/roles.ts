import type { Role } from '../../../schemas/api/route.ts'

export const roleWords = {
  owner: 'roleOwner',
  operator: 'roleOperator',
  agent: 'roleAgent',
  analyst: 'roleAnalyst',
} as const satisfies Record<Role, string>
export const roleHelp = {
  owner: 'roleOwnerHelp',
  operator: 'roleOperatorHelp',
  agent: 'roleAgentHelp',
  analyst: 'roleAnalystHelp',
} as const satisfies Record<Role, string>
export const roleNames = Object.keys(roleWords) as Role[]

// The door to every npm command of a checkout: makes sure that Node and the locked packages are there, then runs scripts/<command>.ts.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { become, fail, readyNode, readyPackages } from '../bin/ready.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)

try {
  const node = readyNode()
  const env = readyPackages(node)
  become(node, [join('scripts', `${command}.ts`), ...rest], { cwd: fileURLToPath(new URL('..', import.meta.url)), env })
} catch (failure) {
  fail(failure)
}

/** How firmly the curve is held where it starts, in trials. */
const pull = 2

/** Newton steps of a weighted logistic curve pulled towards `start`; all but the first coefficient stay ≥ 0. */
export function logistic(inputs: number[][], truths: boolean[], weights: number[], start: number[]): number[] {
  const size = start.length
  const rows = inputs.map((input) => [1, ...input])
  const lossOf = (values: number[]) => {
    let loss = 0
    values.forEach((value, index) => {
      loss += (pull / 2) * (value - (start[index] as number)) ** 2
    })
    rows.forEach((row, trial) => {
      const sum = dot(row, values)
      loss += (weights[trial] as number) * Math.log1p(Math.exp(truths[trial] ? -sum : sum))
    })
    return loss
  }
  let values = [...start]
  let loss = lossOf(values)
  for (let round = 0; round < 40; round++) {
    const change = solve(...slopeOf(values))
    // a full step may overshoot where the curve is flat: halve it until it helps
    let share = 1
    let next = values
    let nextLoss = loss
    do {
      next = values.map((value, index) =>
        index === 0 ? value - share * (change[index] as number) : Math.max(0, value - share * (change[index] as number)),
      )
      nextLoss = lossOf(next)
      share /= 2
    } while (nextLoss > loss && share > 1e-4)
    if (nextLoss >= loss - 1e-7) break
    values = next
    loss = nextLoss
  }
  return values

  function slopeOf(at: number[]): [number[][], number[]] {
    const gradient = at.map((value, index) => pull * (value - (start[index] as number)))
    const curvature = at.map((_, row) => at.map((__, column) => (row === column ? pull : 0)))
    rows.forEach((row, trial) => {
      const p = sigmoid(dot(row, at))
      const error = (weights[trial] as number) * (p - (truths[trial] ? 1 : 0))
      const bend = (weights[trial] as number) * Math.max(1e-4, p * (1 - p))
      for (let one = 0; one < size; one++) {
        gradient[one] = (gradient[one] as number) + error * (row[one] as number)
        const line = curvature[one] as number[]
        for (let two = 0; two < size; two++) line[two] = (line[two] as number) + bend * (row[one] as number) * (row[two] as number)
      }
    })
    return [curvature, gradient]
  }
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function dot(one: number[], two: number[]): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] as number) * (two[index] as number)
  return sum
}

/** Gaussian elimination of a small, positive definite system. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const rows = matrix.map((row, index) => [...row, right[index] as number])
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] as number[]
    for (let below = pivot + 1; below < size; below++) {
      const other = rows[below] as number[]
      const factor = (other[pivot] as number) / (line[pivot] as number)
      for (let column = pivot; column <= size; column++) other[column] = (other[column] as number) - factor * (line[column] as number)
    }
  }
  const found = new Array<number>(size).fill(0)
  for (let pivot = size - 1; pivot >= 0; pivot--) {
    const line = rows[pivot] as number[]
    let sum = line[size] as number
    for (let column = pivot + 1; column < size; column++) sum -= (line[column] as number) * (found[column] as number)
    found[pivot] = sum / (line[pivot] as number)
  }
  return found
}

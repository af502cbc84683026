import { createRandom } from '../../language/intents/random.ts'

/** What is asked of each thing in the shop of these chats; `_` is the thing. */
const asked: { [thing: string]: string[] } = {
  行李箱: ['_的轮子坏了', '_的密码忘了怎么开', '_能带上飞机吗', '_的拉链容易坏吗', '_能装多少衣服', '_的拉杆松了', '托运_会摔坏吗'],
  剃须刀: ['_怎么充电', '_能水洗吗', '_的刀头多久换', '_刮不干净', '_开不了机', '出差带的_有哪种', '_声音太吵'],
  帐篷: ['_防雨吗', '_怎么搭', '_几个人睡', '_的杆子断了', '露营用的_选哪种', '_收起来有多大', '_漏水怎么补'],
  窗帘: ['_遮光吗', '_掉色严重', '_怎么量尺寸', '_送挂钩吗', '_能不能定做', '_洗了皱怎么熨', '卧室的_配什么颜色'],
}

/** What visitors of that shop call some things. */
const called: { [thing: string]: string[] } = { 行李箱: ['行李箱', '旅行箱'], 剃须刀: ['剃须刀', '刮胡刀'] }

const begins = ['', '', '请问', '你好，', '想问下', '客服在吗，']
const ends = ['', '', '呢', '，急', '？谢谢', '，上次买的']

/** Articles of a shop that says 行李箱 and 剃须刀. */
export const writtenQuestions: string[][] = Object.entries(asked).map(([thing, questions]) =>
  questions.map((text) => text.replace('_', thing)),
)

/** So many messages of its visitors, who often say 旅行箱 and 刮胡刀; the same for the same seed. */
export function visitorsSay(count: number, seed = 1): string[] {
  const random = createRandom(seed)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, () => {
    const [thing, questions] = one(Object.entries(asked))
    return `${one(begins)}${one(questions).replace('_', one(called[thing] ?? [thing]))}${one(ends)}`
  })
}

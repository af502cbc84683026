import { createRandom } from '../../language/intents/random.ts'

/** What is asked of each thing in the shop of these chats; `_` is the thing. */
const asked: { [thing: string]: string[] } = {
  靠垫: ['_可以机洗吗', '_的套子能拆下来洗吗', '_是什么填充的', '_坐久了会塌吗', '_多大一个', '沙发用的_选哪种颜色', '_的拉链坏了'],
  台灯: ['_会不会频闪', '_亮度能调吗', '_的灯泡可以换吗', '_插上不亮了', '_的线有多长', '孩子写作业用哪个_', '_晚上刺眼'],
  砧板: ['_发霉了怎么处理', '_会开裂吗', '_要不要抹油', '切肉的_买哪种', '_掉木屑', '_泡水了能晒吗', '_有没有大号'],
  毛毯: ['_会起球吗', '_掉毛严重', '_能水洗还是干洗', '冬天盖_够暖吗', '_有没有单人的', '_洗完变硬了', '_是纯羊毛的吗'],
}

/** What visitors of that shop call some things. */
const called: { [thing: string]: string[] } = { 靠垫: ['靠垫', '抱枕'], 台灯: ['台灯'], 砧板: ['砧板', '菜板'], 毛毯: ['毛毯'] }

const begins = ['', '', '请问', '你好，', '想问下', '客服在吗，']
const ends = ['', '', '呢', '，急', '？谢谢', '，上次买的']

/** Articles of a shop that says 靠垫 and 砧板. */
export const writtenQuestions: string[][] = Object.entries(asked).map(([thing, questions]) =>
  questions.map((text) => text.replace('_', thing)),
)

/** So many messages of its visitors, who often say 抱枕 and 菜板; the same for the same seed. */
export function visitorsSay(count: number, seed = 1): string[] {
  const random = createRandom(seed)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, () => {
    const [thing, questions] = one(Object.entries(asked))
    return `${one(begins)}${one(questions).replace('_', one(called[thing] ?? [thing]))}${one(ends)}`
  })
}

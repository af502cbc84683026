/** English words that say little about the matter asked. Negations and question words that change it stay out. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those is am are was were be been being do does did doing have has had having will would shall should could can may might must ' +
    'i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs there here ' +
    'of to in on at by for from with about into onto as and or but if then so than also just please any some ' +
    "i'm i've i'd i'll it's that's there's you're we're what's"
  ).split(' '),
)

const weakHan = new Set(
  [...'的了吗呢啊吧呀么嘛哦哈呗啦哪我你您他它们这那个请问亲想要可以能会有没不是在就都也还给把被让跟和与很太多少什怎样为何啥咋一下'].map(
    (each) => each.charCodeAt(0),
  ),
)

/** True for a Han character that questions of every kind are made of. */
export function isWeak(code: number): boolean {
  return weakHan.has(code)
}

/** English words that say nothing about the matter asked. Negations and question words that change it stay out. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those is am are was were be been being do does did doing have has had having will would shall should could can may might must ' +
    'i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs there here ' +
    'of to in on at by for from with about into onto as and or but if then so than also just please any some ' +
    "i'm i've i'd i'll it's that's there's you're we're what's"
  ).split(' '),
)

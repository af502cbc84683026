import type { EntityKind } from './kind.ts'

const yes =
  /^(?:是的?|对的?|没错|好的?|好[呀啊嘞吧哒滴]|嗯+|恩+|行[吧啊]?|可以(?:的|啊|呀)?|确认|确定|同意|要的?|需要|有的?|当然|必须的|没问题|ok的?|👌|👍|yes|yes please|yep|yeah|yup|ok|okay|sure|right|correct|of course|definitely|please do|y)[!！。.~～呢啊吧,，谢\s]*(?:谢谢|thanks|thank you)?[!！。.]*$/i
const no =
  /^(?:不是?的?|不用了?|不要了?|不行|不可以|不对|不需要了?|不了|没有?|没呢|算了|别|先不|暂时不(?:用|要)|否|no|no thanks?|no thank you|nope|nah|not (?:now|really|yet|needed)|n)[!！。.~～呢啊吧,，\s]*(?:谢谢|thanks|thank you)?[!！。.]*$/i

export const yesNo: EntityKind = {
  type: 'yes_no',
  find(text) {
    if (text.length > 24) return []
    const words = text.trim()
    const said = yes.test(words) ? true : no.test(words) ? false : undefined
    return said === undefined ? [] : [{ value: said, start: 0, end: text.length }]
  },
  valid: (value) => typeof value === 'boolean',
}

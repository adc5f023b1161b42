// The events that all contenders get: purchases as a backend has them, no two alike, the same ones every time.

let state = 1

/** A pseudo-random integer below `limit`. */
function random(limit) {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((state / 0x80000000) * limit)
}

const hex = (length) => Array.from({ length }, () => random(16).toString(16)).join('')
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}`
const pick = (list) => list[random(list.length)]

export const NOW = new Date('2026-11-20T12:00:00Z')

export function purchase() {
  return {
    eventToken: pick(['f0ob4r', 'abc123', 'x7y8z9']),
    gpsAdid: uuid(),
    adid: hex(32),
    ipAddress: `${random(200) + 11}.${random(256)}.${random(256)}.${random(256)}`,
    userAgent: `Mozilla/5.0 (Linux; Android 14; Pixel ${random(9)}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/12${random(9)}.0 Mobile Safari/537.36`,
    deviceName: `Pixel ${random(9)}`,
    createdAt: new Date(NOW.getTime() - random(86_400_000)),
    // The last digit is never a zero: the contenders know no canonical form.
    revenue: `${random(500) + 1}.${random(10)}${random(9) + 1}`,
    currency: pick(['USD', 'EUR', 'IRR']),
    callbackParams: { order: `A-${random(1_000_000)}`, plan: pick(['gold', 'silver']), user: `u${hex(10)}` },
    partnerParams: { item_id: `${random(100_000)}` },
  }
}

// The quick start: send a purchase, report the problems of an event, and deliver events. Needs a sandbox: `npx s2s sandbox --port 8080`.

// --8<-- [start:send]
import { Adjust } from 's2s-events'

const adjust = new Adjust({
  appToken: '4w565xzmb54d',
  environment: 'sandbox',
  baseUrl: 'http://127.0.0.1:8080/adjust', // without this line, events go to Adjust
})
const gpsAdid = '660e1d86-6796-463a-be86-897993136018'
const request = adjust.event({ eventToken: 'f0ob4r', gpsAdid, revenue: '19.99', currency: 'USD' })
const response = await fetch(request.url, request)
const outcome = await adjust.interpret(request, response)
console.log(outcome.kind, outcome.reason)
// --8<-- [end:send]

// --8<-- [start:problems]
try {
  adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86', revenue: '19.99' })
} catch (error) {
  for (const { path, code, message } of error.issues) console.log(path, code, message)
}

// --8<-- [end:problems]

// --8<-- [start:deliver]
import { Delivery, Driver } from 's2s-events'

const driver = new Driver(new Delivery())
driver.submit('order-1', adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86-6796-463a-be86-897993136019' }))
await driver.run({ onReport: ({ id, kind, reason }) => console.log(id, kind, reason) })
// --8<-- [end:deliver]

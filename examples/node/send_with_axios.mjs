// Sends a request with axios. Needs axios.

import axios from 'axios'
import { interpretError, interpretSync } from 's2s-events'

/** Sends a request of any provider once: every status is a response, redirects are not followed, and the body arrives as it was sent. */
export async function send(request, timeout = 30_000) {
  try {
    const { status, headers, data } = await axios.request({
      method: request.method,
      url: request.url,
      headers: request.headers,
      data: request.body ?? undefined,
      maxRedirects: 0,
      responseType: 'arraybuffer',
      timeout,
      transformRequest: (body) => body,
      validateStatus: () => true,
    })
    return interpretSync(request, { status, headers, body: data })
  } catch (error) {
    return interpretError(request, error)
  }
}

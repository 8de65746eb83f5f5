import { useState } from 'react'
import { localSetting } from '#app/browser/local-setting.ts'

const setting = localSetting('mirrors-density')

/** Whether the list of mirrors is detailed, as this browser remembers it. */
export const useDetailed = (): readonly [boolean, (isDetailed: boolean) => void] => {
  const [isDetailed, setDetailed] = useState(() => setting.read() === 'detailed')
  return [
    isDetailed,
    (next) => {
      setting.write(next ? 'detailed' : 'compact')
      setDetailed(next)
    },
  ]
}

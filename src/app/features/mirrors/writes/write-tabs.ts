// The parts of a mirror's page that write are small, and users often open one after the other: one file for all.
export { DangerTab } from '#app/features/mirrors/danger/danger-tab.tsx'
export { EventTab } from '#app/features/mirrors/event/event-tab.tsx'
export { RecordTab } from '#app/features/mirrors/record/record-tab.tsx'

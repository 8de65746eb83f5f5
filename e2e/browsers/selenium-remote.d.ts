// The types know only the name that a bundler resolves; Node wants the file.
declare module 'selenium-webdriver/remote/index.js' {
  export { DriverService } from 'selenium-webdriver/remote'
}

/** The media type of one line of JSON for each thing, sent as they come. */
export const LINES_TYPE = 'application/x-ndjson'

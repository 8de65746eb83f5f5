import classes from './isolated-html.module.css'

/**
 * Shows HTML from a mirror where it can do nothing: no script, no form, no navigation of the page. An empty
 * `sandbox` alone lets it load things; together with the page's own policy, which a `srcdoc` inherits, it cannot do
 * that either.
 */
export const IsolatedHtml = ({ html, title }: { html: string; title: string }) => (
  <iframe sandbox="" srcDoc={html} title={title} referrerPolicy="no-referrer" className={classes.frame} />
)

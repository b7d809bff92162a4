package org.cleanplate.imagej.dialog;

import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroSyntax;

/** The keys of a command as the page behind a dialog's Help button. */
public final class HelpPage {
  private HelpPage() {}

  public static String of(MacroSyntax syntax) {
    StringBuilder page = new StringBuilder("<html><h3>").append(escape(syntax.command()));
    page.append("</h3><p>In a macro: <code>run(\"").append(escape(syntax.command()));
    page.append("\", \"key=value key=[with spaces] flag\");</code></p><table>");
    for (MacroKey key : syntax.keys()) {
      page.append("<tr><td><code>").append(escape(key.usage())).append("</code></td><td>");
      page.append(escape(key.help())).append("</td></tr>");
    }
    return page.append("</table>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

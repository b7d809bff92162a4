package org.cleanplate.imagej.command;

import java.util.List;
import org.cleanplate.imagej.extension.ExtFunction;
import org.cleanplate.imagej.extension.ExtFunctions;
import org.cleanplate.imagej.extension.ExtParameter;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.imagej.run.EngineHolder;

/** The page that lists every key of every command and every function, made of their own tables. */
public final class MacroReference {
  private static final String INTRODUCTION =
      """
      # What macros can say

      This page is made from the code by `samples/write-reference.sh`; a test compares the two.

      A command is one line, the options of which are `key=value`, `key=[value with spaces]`,
      `key='a value with ] in it'`, and flags, which stand alone:

      ```
      run("Matte Stack...", "source=walk.tif background=[my plate.png] alpha foreground");
      ```

      An unknown or misspelt key, a key given twice, a value that is none and a key that would have
      no effect end the macro, with the reason in the Log. A command returns when it is done; the
      image that it made is then the current one, in batch mode and without a display too.
      """;

  private static final String FUNCTIONS =
      """

      ## Functions

      After `run("Cleanplate Macro Extensions");` a macro may call functions that share a model, which
      is then loaded once:

      ```
      run("Cleanplate Macro Extensions");
      Ext.Cleanplate_open("", "auto");
      for (i = 0; i < files.length; i++)
      	Ext.Cleanplate_matte(folder + files[i], "median", "alpha");
      Ext.Cleanplate_close();
      ```
      """;

  private MacroReference() {}

  /** The page in Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    MenuCommands.syntaxes().forEach(syntax -> append(page, syntax));
    page.append(FUNCTIONS);
    functions().forEach(function -> append(page, function));
    return page.toString();
  }

  /** The functions of macros, of a session of their own. */
  static List<ExtFunction> functions() {
    return new ExtFunctions(EngineHolder::open, EngineHolder::close, line -> {}).list();
  }

  private static void append(StringBuilder page, MacroSyntax syntax) {
    page.append("\n## ").append(syntax.command()).append("\n\n");
    if (syntax.keys().isEmpty()) {
      page.append("No keys.\n");
      return;
    }
    page.append("| key | meaning |\n|---|---|\n");
    for (MacroKey key : syntax.keys()) {
      page.append("| `").append(cell(key.usage())).append("` | ");
      page.append(cell(key.help())).append(" |\n");
    }
  }

  private static void append(StringBuilder page, ExtFunction function) {
    page.append("\n### ").append(function.signature()).append("\n\n");
    page.append(sentence(function.help())).append("\n");
    if (!function.parameters().isEmpty()) {
      page.append("\n| argument | | meaning |\n|---|---|---|\n");
    }
    for (ExtParameter parameter : function.parameters()) {
      page.append("| `").append(parameter.name()).append("` | ");
      page.append(parameter.kind().words()).append(" | ");
      page.append(cell(parameter.help())).append(" |\n");
    }
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}

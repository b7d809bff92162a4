package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/** One run of <em>Models...</em>: a single thing done to the catalogue. */
public sealed interface ModelsParameters {

  /** Prints the models to the Log. */
  record ListModels() implements ModelsParameters {}

  /**
   * Takes a weights file into the user's folder.
   *
   * @param file its path
   * @param name what to call it; empty for the file's name
   */
  record Import(String file, Optional<String> name) implements ModelsParameters {}

  /** Fetches a published model by name. */
  record Download(String name) implements ModelsParameters {}

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  String COMMAND = "Models...";

  /** The keys of the command. */
  MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              MacroKey.flag("list", "print the models to the Log; done if nothing else is asked"),
              new MacroKey("import", "path", "take a weights file (.safetensors, .pth, ...) over"),
              new MacroKey("name", "text", "what to call the model of import=; default its file"),
              new MacroKey("download", "name", "fetch a published model")));

  /**
   * Reads the option string of a macro.
   *
   * @throws MattingException if it holds anything that is not understood, or asks for two things
   */
  static ModelsParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    List<String> asked = Stream.of("list", "import", "download").filter(options::has).toList();
    if (asked.size() > 1) {
      throw new MattingException(
          "\"" + String.join("\" and \"", asked) + "\" are both given: run the command twice");
    }
    if (options.has("import")) {
      return new Import(options.required("import"), options.text("name"));
    }
    options.refuse("name", "without import=");
    return options.has("download") ? new Download(options.required("download")) : new ListModels();
  }

  /** The option string that {@link #parse} reads back as this. */
  default String toMacro() {
    MacroLine line = new MacroLine();
    if (this instanceof Import imported) {
      line.add("import", imported.file());
      imported.name().ifPresent(name -> line.add("name", name));
      return line.toString();
    }
    if (this instanceof Download download) {
      return line.add("download", download.name()).toString();
    }
    return line.flag("list", true).toString();
  }
}

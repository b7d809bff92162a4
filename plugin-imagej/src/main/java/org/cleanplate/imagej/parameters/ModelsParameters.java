package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.engine.AutomaticScale;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.network.graph.PublishedStyle;
import org.cleanplate.network.graph.Refinement;

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

  /**
   * Writes a model for other programs.
   *
   * @param file where to; its extension says what
   * @param model a name in the model catalogue
   * @param onnx what an ONNX file is made for; empty for other formats
   */
  record Export(String file, String model, Optional<PublishedStyle> onnx)
      implements ModelsParameters {

    /**
     * An export to a file of any format; what only an ONNX file knows is left out for others.
     *
     * @param scale of the coarse pass; empty to choose it by the frame's size, as the engine does,
     *     but no more than a refiner can take
     * @throws MattingException if the file's extension is unknown, or the network cannot be made
     *     for such frames
     */
    public static Export of(
        String file, String model, int width, int height, OptionalDouble scale, int pixels) {
      if (ExportFormat.of(file) != ExportFormat.ONNX) {
        return new Export(file, model, Optional.empty());
      }
      double chosen = scale.orElse(Math.min(0.5, AutomaticScale.of(width, height)));
      PublishedStyle style =
          new PublishedStyle(width, height, chosen, new Refinement.Sampling(pixels));
      return new Export(file, model, Optional.of(style));
    }

    public ExportFormat format() {
      return ExportFormat.of(file);
    }

    private MacroLine write(MacroLine line) {
      line.add("export", file).add("model", model);
      onnx.ifPresent(
          style -> {
            line.add("width", style.width()).add("height", style.height());
            line.add("scale", style.backboneScale());
            if (style.refinement() instanceof Refinement.Sampling sampling) {
              line.add("pixels", sampling.pixels());
            }
          });
      return line;
    }
  }

  /** The size that an ONNX file is made for if none is given. */
  int DEFAULT_WIDTH = 1920;

  int DEFAULT_HEIGHT = 1080;

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
              new MacroKey("download", "name", "fetch a published model"),
              new MacroKey("export", "path", "write a model to a .safetensors, .pth or .onnx file"),
              new MacroKey(
                  "model",
                  "name",
                  "the model of export=; default " + MattingParameters.DEFAULT_MODEL),
              new MacroKey(
                  "width", "number", "of the frames of a .onnx file; default " + DEFAULT_WIDTH),
              new MacroKey(
                  "height", "number", "of the frames of a .onnx file; default " + DEFAULT_HEIGHT),
              new MacroKey(
                  "scale",
                  "number",
                  "size of the coarse pass of a .onnx file, up to 0.5; default by the frame's size"),
              new MacroKey(
                  "pixels",
                  "number",
                  "pixels that a .onnx file refines; default "
                      + MattingOptions.DEFAULT_SAMPLE_PIXELS)));

  /** The keys that say what an ONNX file is made for. */
  List<String> ONNX_KEYS = List.of("width", "height", "scale", "pixels");

  /**
   * Reads the option string of a macro.
   *
   * @throws MattingException if it holds anything that is not understood, or asks for two things
   */
  static ModelsParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    List<String> asked =
        Stream.of("list", "import", "download", "export").filter(options::has).toList();
    if (asked.size() > 1) {
      throw new MattingException(
          "\"" + String.join("\" and \"", asked) + "\" are both given: run the command twice");
    }
    if (options.has("import")) {
      return new Import(options.required("import"), options.text("name"));
    }
    options.refuse("name", "without import=");
    if (options.has("export")) {
      return export(options);
    }
    options.refuse("model", "without export=");
    ONNX_KEYS.forEach(key -> options.refuse(key, "without export="));
    return options.has("download") ? new Download(options.required("download")) : new ListModels();
  }

  private static Export export(MacroOptions options) {
    String file = options.required("export");
    String model = options.text("model").orElse(MattingParameters.DEFAULT_MODEL);
    if (ExportFormat.of(file) != ExportFormat.ONNX) {
      ONNX_KEYS.forEach(key -> options.refuse(key, "unless export= is a .onnx file"));
    }
    return Export.of(
        file,
        model,
        options.integer("width", 4).orElse(DEFAULT_WIDTH),
        options.integer("height", 4).orElse(DEFAULT_HEIGHT),
        options.number("scale"),
        options.integer("pixels", 16).orElse(MattingOptions.DEFAULT_SAMPLE_PIXELS));
  }

  /** The option string that {@link #parse} reads back as this. */
  default String toMacro() {
    MacroLine line = new MacroLine();
    if (this instanceof Import imported) {
      line.add("import", imported.file());
      imported.name().ifPresent(name -> line.add("name", name));
      return line.toString();
    }
    if (this instanceof Export export) {
      return export.write(line).toString();
    }
    if (this instanceof Download download) {
      return line.add("download", download.name()).toString();
    }
    return line.flag("list", true).toString();
  }
}

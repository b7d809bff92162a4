package org.cleanplate.imagej.parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Batch Matte...</em>. What is said about each file are the keys of <em>Matte
 * Video...</em> and <em>Matte Stack...</em>, which each file's own line is made of; so a key that
 * one of them learns is known here too.
 *
 * @param folder the folder whose files are matted, instead of a manifest
 * @param include which of its files, as a pattern such as {@code *.tif}; empty for all videos and
 *     TIFF stacks
 * @param manifest the path of a CSV file with one line for each file
 * @param again whether to matte files whose results are whole
 * @param tolerant whether the macro goes on if a file failed
 * @param shared values that hold for all files, by key; of a flag, an empty text
 */
public record BatchMatteParameters(
    Optional<String> folder,
    Optional<String> include,
    Optional<String> manifest,
    boolean again,
    boolean tolerant,
    Map<String, String> shared) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Batch Matte...";

  public static final String BACKGROUND = "background";
  public static final String OUTPUT = "output";
  public static final String PRESET = "preset";

  private static final List<MacroKey> OWN_KEYS =
      List.of(
          new MacroKey("folder", "path", "matte the files of this folder"),
          new MacroKey(
              "include",
              "pattern",
              "which files of folder=, with * and ?; default all videos and TIFF stacks"),
          new MacroKey(
              "manifest",
              "path",
              "instead of folder=, a CSV file: a column source, others called as these keys"),
          MacroKey.flag("again", "matte also what is whole from an earlier run"),
          MacroKey.flag("tolerant", "let the macro go on if files failed"));

  private static final List<MacroKey> FILE_KEYS =
      List.of(
          new MacroKey(
              BACKGROUND,
              "rule",
              "{name}-plate.png for a file beside each, one path for all, median, [frame N], ..."),
          new MacroKey(OUTPUT, "folder", "where to write the results and the summary"),
          new MacroKey(
              PRESET, FileFormat.usage(), "kind of the results; default h264, of stacks png"));

  /** Keys of Matte Video... or Matte Stack... that FILE_KEYS stand for, or that show images. */
  private static final Set<String> REPLACED =
      Set.of(
          "video",
          "source",
          "background",
          "output",
          "preset",
          "save",
          "format",
          "open",
          "overlay",
          "overlay_copy");

  /** The keys that may differ from file to file; a manifest may have a column for each. */
  public static final List<MacroKey> SHARED_KEYS = sharedKeys();

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(COMMAND, Stream.concat(OWN_KEYS.stream(), SHARED_KEYS.stream()).toList());

  public BatchMatteParameters {
    shared = Map.copyOf(shared);
    if (folder.isPresent() == manifest.isPresent()) {
      throw new MattingException(
          folder.isPresent()
              ? "Both folder= and manifest= are given: choose one"
              : "Neither folder= nor manifest= is given: say which files to matte");
    }
    if (folder.isPresent()) {
      require(shared, BACKGROUND);
      require(shared, OUTPUT);
    }
  }

  private static void require(Map<String, String> shared, String key) {
    if (!shared.containsKey(key)) {
      throw new MattingException("\"" + key + "\" is missing, which folder= needs");
    }
  }

  private static List<MacroKey> sharedKeys() {
    Map<String, MacroKey> keys = new LinkedHashMap<>();
    FILE_KEYS.forEach(key -> keys.put(key.name(), key));
    List<MacroKey> video = MatteVideoParameters.SYNTAX.keys();
    List<MacroKey> stack = MatteStackParameters.SYNTAX.keys();
    addOthers(keys, video, stack, "videos");
    addOthers(keys, stack, video, "stacks");
    return List.copyOf(keys.values());
  }

  /** Adds the keys of one command, marked if the other does not have them. */
  private static void addOthers(
      Map<String, MacroKey> keys, List<MacroKey> added, List<MacroKey> other, String kind) {
    for (MacroKey key : added) {
      boolean common = other.stream().anyMatch(known -> known.name().equals(key.name()));
      String help = common ? key.help() : key.help() + "; " + kind + " only";
      if (!REPLACED.contains(key.name())) {
        keys.putIfAbsent(key.name(), new MacroKey(key.name(), key.value(), help));
      }
    }
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws MattingException if it holds anything that is not understood
   */
  public static BatchMatteParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    if (!options.has("folder")) {
      options.refuse("include", "without folder=");
    }
    return new BatchMatteParameters(
        options.text("folder"),
        options.text("include"),
        options.text("manifest"),
        options.has("again"),
        options.has("tolerant"),
        shared(options));
  }

  /** The values that hold for all files, from what a dialog asks. */
  public static Map<String, String> shared(
      Optional<String> background,
      AlignmentChoice align,
      MattingParameters matting,
      Set<Output> outputs,
      Optional<FileExport> export) {
    MacroLine line = new MacroLine();
    background.ifPresent(rule -> line.add(BACKGROUND, rule));
    export.ifPresent(files -> files.write(line, OUTPUT, PRESET));
    align.write(line);
    matting.write(line);
    Output.write(outputs, line);
    return shared(SYNTAX.parse(line.toString()));
  }

  private static Map<String, String> shared(MacroOptions options) {
    Map<String, String> shared = new LinkedHashMap<>();
    for (MacroKey key : SHARED_KEYS) {
      options.text(key.name()).ifPresent(value -> shared.put(key.name(), value));
    }
    return shared;
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    Map<String, String> values = new LinkedHashMap<>(shared);
    folder.ifPresent(value -> values.put("folder", value));
    include.ifPresent(value -> values.put("include", value));
    manifest.ifPresent(value -> values.put("manifest", value));
    if (again) {
      values.put("again", "");
    }
    if (tolerant) {
      values.put("tolerant", "");
    }
    return SYNTAX.line(values);
  }
}

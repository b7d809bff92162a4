package org.cleanplate.imagej.parameters;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/** A result that the user may ask for. Its key in a macro is also the end of its image's title. */
public enum Output {
  ALPHA("how much of each pixel is the subject"),
  FOREGROUND("the subject's own colour, free of the background"),
  COMPOSITE("the subject over the colour of backdrop="),
  CUTOUT("the foreground with alpha beside it, for programs that know transparency"),
  ERROR("where the network expects its coarse alpha to be wrong"),
  REGIONS("which blocks were computed again at full resolution"),
  MASK("255 where alpha reaches mask_threshold=, else 0"),
  LABELS("the number of the connected part that each pixel of the mask belongs to");

  /** What a run delivers when no output is named. */
  public static final Set<Output> DEFAULT = Set.of(ALPHA, FOREGROUND);

  public static final Set<Output> ALL = Collections.unmodifiableSet(EnumSet.allOf(Output.class));

  /** Those that can be written to pictures and videos. */
  public static final Set<Output> WRITABLE =
      Collections.unmodifiableSet(EnumSet.of(ALPHA, FOREGROUND, COMPOSITE, CUTOUT));

  private final String help;

  Output(String help) {
    this.help = help;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The flags of some outputs. */
  static List<MacroKey> keys(Set<Output> offered) {
    return offered.stream()
        .map(
            output ->
                MacroKey.flag(
                    output.key(),
                    output.help + (DEFAULT.contains(output) ? "; made if no output is named" : "")))
        .toList();
  }

  /**
   * The outputs that are named of those that are offered.
   *
   * @param others whether results of another kind are named, so that the default ones are not meant
   */
  static Set<Output> read(MacroOptions options, Set<Output> offered, boolean others) {
    Set<Output> named = EnumSet.noneOf(Output.class);
    for (Output output : offered) {
      if (options.has(output.key())) {
        named.add(output);
      }
    }
    return named.isEmpty() && !others ? DEFAULT : named;
  }

  static void write(Set<Output> outputs, MacroLine line) {
    for (Output output : values()) {
      line.flag(output.key(), outputs.contains(output));
    }
  }
}

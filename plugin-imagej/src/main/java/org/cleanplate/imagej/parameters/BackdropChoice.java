package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.imagej.macro.MacroKey;

/** What the composite shows behind the subject. */
public sealed interface BackdropChoice {

  /**
   * One colour.
   *
   * @param rgb {@code 0xRRGGBB}
   */
  record Colour(int rgb) implements BackdropChoice {}

  /** The title or id of an open image, or the path of a picture; a stack goes along by frame. */
  record Named(String name) implements BackdropChoice {}

  BackdropChoice DEFAULT = new Colour(MattingOptions.DEFAULT_BACKDROP);

  static MacroKey macroKey() {
    return new MacroKey(
        "backdrop",
        "#RRGGBB|title|path",
        "what the composite shows behind the subject: a colour, an image, or a stack that goes"
            + " along; default "
            + DEFAULT.text());
  }

  /**
   * Reads a colour such as {@code #00B140}, or else a name.
   *
   * @throws MattingException if it starts like a colour and is none
   */
  static BackdropChoice parse(String text) {
    if (!text.startsWith("#")) {
      return new Named(text);
    }
    if (!text.matches("#[0-9a-fA-F]{6}")) {
      throw new MattingException(
          "Backdrop is \"" + text + "\", expected a colour such as " + DEFAULT.text());
    }
    return new Colour(Integer.parseInt(text.substring(1), 16));
  }

  /** The value that {@link #parse} reads back. */
  default String text() {
    return this instanceof Colour colour
        ? String.format(Locale.ROOT, "#%06X", colour.rgb() & 0xFFFFFF)
        : ((Named) this).name();
  }

  /** The colour for the network to mix; the default one if a picture is mixed in afterwards. */
  default int networkColour() {
    return this instanceof Colour colour ? colour.rgb() : MattingOptions.DEFAULT_BACKDROP;
  }
}

package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * How a hyperstack is taken apart into series of pictures.
 *
 * @param channels whether the channels make up one picture
 * @param time the axis along which pictures follow each other
 */
public record AxesChoice(Channels channels, Time time) {
  public static final AxesChoice AUTO = new AxesChoice(Channels.AUTO, Time.AUTO);

  /** What channels are to each other. */
  public enum Channels {
    /** {@link #COLOUR} for composite images of 2 or 3 channels, else {@link #EACH}. */
    AUTO,
    /** Red, green and blue of one picture, which has one matte. */
    COLOUR,
    /** Pictures of their own, each with a matte of its own. */
    EACH;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which axis is time; along the others every position is a series of its own. */
  public enum Time {
    /** {@link #T} if the image has several frames, else {@link #Z}. */
    AUTO,
    T,
    Z;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            "channels",
            "auto|colour|each",
            "whether channels are the colours of one picture; default auto: yes for composite"
                + " images of 2 or 3"),
        new MacroKey(
            "time",
            "auto|t|z",
            "the axis of a hyperstack that is time; default auto: t, or z if there is one frame"));
  }

  static AxesChoice read(MacroOptions options) {
    return new AxesChoice(
        options.choice("channels", Channels.class, Channels::key).orElse(Channels.AUTO),
        options.choice("time", Time.class, Time::key).orElse(Time.AUTO));
  }

  void write(MacroLine line) {
    if (channels != Channels.AUTO) {
      line.add("channels", channels.key());
    }
    if (time != Time.AUTO) {
      line.add("time", time.key());
    }
  }
}

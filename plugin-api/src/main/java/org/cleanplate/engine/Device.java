package org.cleanplate.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/** The processor that a user asks for. */
public sealed interface Device {

  /** The first CUDA device if there is one that works, else the CPU. */
  record Auto() implements Device {}

  /** The CPU. */
  record Cpu() implements Device {}

  /**
   * A CUDA device.
   *
   * @param index the device's number as CUDA counts, from 0
   * @param required whether to fail rather than fall back to the CPU
   */
  record Cuda(int index, boolean required) implements Device {}

  /** What {@link #parse} accepts, for messages. */
  String SYNTAX = "auto, cpu, cuda, cuda:N, or cuda:N required";

  /**
   * Reads {@code auto}, {@code cpu}, {@code cuda}, {@code cuda:1}, {@code cuda:1 required}.
   *
   * @throws MattingException if it is none of these
   */
  static Device parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("auto")) {
      return new Auto();
    }
    if (word.equals("cpu")) {
      return new Cpu();
    }
    Matcher cuda = Pattern.compile("cuda(?::(\\d{1,3}))?(\\s+required)?").matcher(word);
    if (!cuda.matches()) {
      throw new MattingException("Device is \"" + text + "\", expected " + SYNTAX);
    }
    int index = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    return new Cuda(index, cuda.group(2) != null);
  }

  /** The form that {@link #parse} reads. */
  default String toText() {
    if (this instanceof Cuda cuda) {
      return "cuda:" + cuda.index() + (cuda.required() ? " required" : "");
    }
    return this instanceof Cpu ? "cpu" : "auto";
  }
}

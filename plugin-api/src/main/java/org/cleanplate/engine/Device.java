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

  /**
   * A CUDA device by way of TensorRT, which spends minutes on a network at its first frame of a
   * size to compute the next ones faster; what it found is kept. Falls back to CUDA without it.
   *
   * @param index the device's number as CUDA counts, from 0
   * @param required whether to fail rather than fall back
   */
  record TensorRt(int index, boolean required) implements Device {}

  /** What {@link #parse} accepts, for messages. */
  String SYNTAX = "auto, cpu, cuda, cuda:N, tensorrt, tensorrt:N, or one of the last four required";

  /**
   * Reads {@code auto}, {@code cpu}, {@code cuda}, {@code cuda:1}, {@code cuda:1 required}, and the
   * same with {@code tensorrt}.
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
    Matcher gpu = Pattern.compile("(cuda|tensorrt)(?::(\\d{1,3}))?(\\s+required)?").matcher(word);
    if (!gpu.matches()) {
      throw new MattingException("Device is \"" + text + "\", expected " + SYNTAX);
    }
    int index = gpu.group(2) == null ? 0 : Integer.parseInt(gpu.group(2));
    boolean required = gpu.group(3) != null;
    return gpu.group(1).equals("cuda") ? new Cuda(index, required) : new TensorRt(index, required);
  }

  /** The form that {@link #parse} reads. */
  default String toText() {
    if (this instanceof Cuda cuda) {
      return "cuda:" + cuda.index() + (cuda.required() ? " required" : "");
    }
    if (this instanceof TensorRt tensorRt) {
      return "tensorrt:" + tensorRt.index() + (tensorRt.required() ? " required" : "");
    }
    return this instanceof Cpu ? "cpu" : "auto";
  }
}

package org.cleanplate.imagej.extension;

import ij.macro.MacroExtension;

/**
 * One parameter of a function.
 *
 * @param name as its help calls it
 * @param kind what the macro hands over
 * @param help what it means, one line
 */
public record ExtParameter(String name, Kind kind, String help) {

  /** What a macro may hand over; an output is a variable that the function fills. */
  public enum Kind {
    TEXT("text", MacroExtension.ARG_STRING),
    NUMBER("number", MacroExtension.ARG_NUMBER),
    TEXT_OUTPUT("variable, becomes a text", MacroExtension.ARG_STRING | MacroExtension.ARG_OUTPUT),
    NUMBER_OUTPUT(
        "variable, becomes a number", MacroExtension.ARG_NUMBER | MacroExtension.ARG_OUTPUT);

    private final String words;
    private final int imagejType;

    Kind(String words, int imagejType) {
      this.words = words;
      this.imagejType = imagejType;
    }

    /** For people. */
    public String words() {
      return words;
    }

    int imagejType() {
      return imagejType;
    }
  }

  static ExtParameter text(String name, String help) {
    return new ExtParameter(name, Kind.TEXT, help);
  }

  static ExtParameter number(String name, String help) {
    return new ExtParameter(name, Kind.NUMBER, help);
  }

  static ExtParameter textOutput(String name, String help) {
    return new ExtParameter(name, Kind.TEXT_OUTPUT, help);
  }

  static ExtParameter numberOutput(String name, String help) {
    return new ExtParameter(name, Kind.NUMBER_OUTPUT, help);
  }
}

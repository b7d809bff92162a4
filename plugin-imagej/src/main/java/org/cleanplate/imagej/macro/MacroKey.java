package org.cleanplate.imagej.macro;

/**
 * One word that a command understands in a macro.
 *
 * @param name the word, lower case
 * @param value what may stand after the {@code =}, for people: {@code "number"}; empty for a flag,
 *     which stands alone
 * @param help what it does and what holds without it, one line
 */
public record MacroKey(String name, String value, String help) {

  /** A word that stands alone. */
  public static MacroKey flag(String name, String help) {
    return new MacroKey(name, "", help);
  }

  public boolean isFlag() {
    return value.isEmpty();
  }

  /** How the key is written: {@code pixels=number}, or {@code alpha} for a flag. */
  public String usage() {
    return isFlag() ? name : name + "=" + value;
  }
}

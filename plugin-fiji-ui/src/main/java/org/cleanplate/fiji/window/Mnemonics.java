package org.cleanplate.fiji.window;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

/** Texts with an ampersand before the letter that leads to them with Alt: {@code "&Run"}. */
public final class Mnemonics {
  private Mnemonics() {}

  /** Gives a label its text and its letter. */
  public static void set(JLabel label, String text) {
    label.setText(plain(text));
    if (text.indexOf('&') >= 0) {
      label.setDisplayedMnemonic(letter(text));
      label.setDisplayedMnemonicIndex(text.indexOf('&'));
    }
  }

  /** Gives a button its text and its letter. */
  public static void set(AbstractButton button, String text) {
    button.setText(plain(text));
    if (text.indexOf('&') >= 0) {
      button.setMnemonic(letter(text));
      button.setDisplayedMnemonicIndex(text.indexOf('&'));
    }
  }

  private static String plain(String text) {
    return text.replace("&", "");
  }

  private static char letter(String text) {
    return Character.toUpperCase(text.charAt(text.indexOf('&') + 1));
  }
}

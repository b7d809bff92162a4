package org.cleanplate.fiji.studio.options;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Tells that a text became another, letter by letter. */
record TextChanges(Runnable tell) implements DocumentListener {
  @Override
  public void insertUpdate(DocumentEvent event) {
    tell.run();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    tell.run();
  }

  /** Of attributes, which plain text has none of. */
  @Override
  public void changedUpdate(DocumentEvent event) {}
}

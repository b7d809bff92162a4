package org.cleanplate.fiji.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.MouseInfo;
import java.awt.Window;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;

/** What this JVM's windows show, in words, for machines whose screen nobody sees. */
final class SeenOnScreen {
  private final StringBuilder text = new StringBuilder();

  private SeenOnScreen() {}

  static String describe() {
    return GuiActionRunner.execute(() -> new SeenOnScreen().look());
  }

  private String look() {
    text.append("On the screen:\n");
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        describe(window);
      }
    }
    text.append("Mouse at ").append(MouseInfo.getPointerInfo().getLocation());
    text.append("\nFocus: ")
        .append(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
    return text.toString();
  }

  private void describe(Window window) {
    text.append(window.getClass().getSimpleName()).append(' ').append(window.getBounds());
    text.append(window.isActive() ? ", active\n" : "\n");
    if (window instanceof JFrame) {
      describeParts(window);
    }
  }

  private void describeParts(Container container) {
    for (Component part : container.getComponents()) {
      if (part.isShowing() && part.getName() != null) {
        describe(part);
      }
      if (part instanceof Container inner) {
        describeParts(inner);
      }
    }
  }

  private void describe(Component part) {
    text.append("  ").append(part.getName()).append(part.isEnabled() ? "" : ", disabled");
    text.append(", at ").append(part.getLocationOnScreen().x);
    text.append(' ').append(part.getLocationOnScreen().y);
    text.append(": ").append(content(part)).append('\n');
  }

  private static Object content(Component part) {
    if (part instanceof AbstractButton button) {
      return button.getText() + (button.isSelected() ? " (selected)" : "");
    } else if (part instanceof JTextComponent field) {
      return field.getText();
    } else if (part instanceof JLabel label) {
      return label.getText();
    } else if (part instanceof JSpinner spinner) {
      return spinner.getValue();
    } else if (part instanceof JComboBox<?> choice) {
      return choice.isEditable() ? choice.getEditor().getItem() : choice.getSelectedItem();
    }
    return part.getClass().getSimpleName();
  }
}

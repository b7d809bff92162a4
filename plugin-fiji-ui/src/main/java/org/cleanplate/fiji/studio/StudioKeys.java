package org.cleanplate.fiji.studio;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.model.View;
import org.cleanplate.fiji.studio.paint.PaintBar;
import org.cleanplate.fiji.studio.regions.Brush;

/** What the keys do: some anywhere in the window, more while the canvas has the focus. */
final class StudioKeys {
  private StudioKeys() {}

  static void install(JRootPane root, StudioSession session, MatteCanvas canvas, PaintBar paint) {
    anywhere(root, "ESCAPE", session::cancel);
    anywhere(root, "ctrl ENTER", session::run);
    anywhere(root, "F5", session::refresh);
    anywhere(root, "alt LEFT", () -> session.goToFrame(session.model().frame() - 1));
    anywhere(root, "alt RIGHT", () -> session.goToFrame(session.model().frame() + 1));
    onCanvas(canvas, "LEFT", () -> session.goToFrame(session.model().frame() - 1));
    onCanvas(canvas, "RIGHT", () -> session.goToFrame(session.model().frame() + 1));
    onCanvas(canvas, "HOME", () -> session.goToFrame(0));
    onCanvas(canvas, "END", () -> session.goToFrame(session.model().frameCount() - 1));
    for (String plus : new String[] {"PLUS", "EQUALS", "shift EQUALS", "ADD"}) {
      onCanvas(canvas, plus, canvas::zoomIn);
    }
    onCanvas(canvas, "MINUS", canvas::zoomOut);
    onCanvas(canvas, "SUBTRACT", canvas::zoomOut);
    onCanvas(canvas, "0", canvas::zoomToFit);
    onCanvas(canvas, "W", canvas::toggleWipe);
    onCanvas(canvas, "F", canvas::zoomToFullSize);
    for (View view : View.values()) {
      onCanvas(canvas, Integer.toString(view.ordinal() + 1), () -> session.model().setView(view));
    }
    install(canvas, paint);
  }

  private static void install(MatteCanvas canvas, PaintBar paint) {
    onCanvas(canvas, "H", paint::chooseHand);
    onCanvas(canvas, "K", () -> paint.choose(Brush.KEEP));
    onCanvas(canvas, "R", () -> paint.choose(Brush.REMOVE));
    onCanvas(canvas, "E", () -> paint.choose(Brush.ERASE));
    onCanvas(canvas, "OPEN_BRACKET", paint::smaller);
    onCanvas(canvas, "CLOSE_BRACKET", paint::larger);
    onCanvas(canvas, "A", paint::toggleAllFrames);
    for (JComponent place : new JComponent[] {canvas, paint.component()}) {
      around(place, "ctrl Z", paint::undo);
      around(place, "ctrl Y", paint::redo);
      around(place, "ctrl shift Z", paint::redo);
    }
  }

  private static void around(JComponent component, String keys, Runnable action) {
    bind(component, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, keys, action);
  }

  private static void anywhere(JRootPane root, String keys, Runnable action) {
    around(root, keys, action);
  }

  private static void onCanvas(MatteCanvas canvas, String keys, Runnable action) {
    bind(canvas, JComponent.WHEN_FOCUSED, keys, action);
  }

  private static void bind(JComponent component, int when, String keys, Runnable action) {
    component.getInputMap(when).put(KeyStroke.getKeyStroke(keys), keys);
    component
        .getActionMap()
        .put(
            keys,
            new AbstractAction() {
              private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                action.run();
              }
            });
  }
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
  <context>
    <name>padviewer</name>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>.keras models open beside the data</source>
      <translation>.keras-Modelle öffnen sich neben den Daten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>1 of {count} rows drawn.</source>
      <translation>1 von {count} Zeilen gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>1 of {count} steps drawn.</source>
      <translation>1 von {count} Schritten gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>1 of {rows} rows and 1 of {steps} steps drawn.</source>
      <translation>1 von {rows} Zeilen und 1 von {steps} Schritten gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>A CSV file holds one tensor; this recipe makes {tensors}.</source>
      <translation>Eine CSV-Datei enthält einen Tensor; dieses Rezept macht {tensors}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>A CSV file holds one value a step; a row of “{tensor}” has the shape {shape}.</source>
      <translation>Eine CSV-Datei enthält einen Wert je Schritt; eine Zeile von „{tensor}“ hat die Form {shape}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/layout.py" />
      <source>A CSV has no shape “{shape}”.</source>
      <translation>Eine CSV-Datei hat keine Form „{shape}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/documents.py" />
      <source>A JSON document is read whole, and {size} GB would take more than a quarter of this machine's memory.</source>
      <translation>Ein JSON-Dokument wird ganz gelesen, und {size} GB würden mehr als ein Viertel des Speichers dieses Rechners brauchen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>A Keras model, or a template to start from, beside the data: whether its input fits the shape of the tensor, and every layer with its output shape and parameters. A model file is read without running any code from it.</source>
      <translation>Ein Keras-Modell, oder eine Vorlage für den Anfang, neben den Daten: ob seine Eingabe zur Form des Tensors passt, und jede Schicht mit Ausgabeform und Parametern. Eine Modelldatei wird gelesen, ohne Code aus ihr auszuführen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>A PNG holds at most {most} pixels. Choose a smaller size.</source>
      <translation>Ein PNG fasst höchstens {most} Pixel. Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>A carriage return stands inside a cell without quotes.</source>
      <translation>Ein Wagenrücklauf steht in einer Zelle ohne Anführungszeichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>A cell is larger than {size} MiB.</source>
      <translation>Eine Zelle ist größer als {size} MiB.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>A column of categories cannot be filled.</source>
      <translation>Eine Spalte von Kategorien kann nicht gefüllt werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/footer.py" />
      <source>A column of this Parquet file stands in another file, which PadViewer does not follow.</source>
      <translation>Eine Spalte dieser Parquet-Datei steht in einer anderen Datei, der PadViewer nicht folgt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/layout.py" />
      <source>A delimiter is one character that is no quote or line end, not “{delimiter}”.</source>
      <translation>Ein Trennzeichen ist ein Zeichen, das kein Anführungszeichen oder Zeilenende ist, nicht „{delimiter}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>A fault of PadViewer</source>
      <translation>Ein Fehler von PadViewer</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>A fitted tensor</source>
      <translation>Ein angepasster Tensor</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>A layer of the model</source>
      <translation>Eine Schicht des Modells</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>A level is a number, such as 0.5.</source>
      <translation>Eine Grenze ist eine Zahl, etwa 0,5.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>A line is longer than {line_bytes} MiB.</source>
      <translation>Eine Zeile ist länger als {line_bytes} MiB.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/levels.py" />
      <source>A logarithmic ramp begins above 0.</source>
      <translation>Eine logarithmische Farbskala beginnt über 0.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>A missing text becomes an empty row.</source>
      <translation>Ein fehlender Text wird eine leere Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>A missing word stays a missing cell.</source>
      <translation>Ein fehlendes Wort bleibt eine fehlende Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>A model comes from its config or from the model, not from {source}.</source>
      <translation>Ein Modell kommt aus seiner Konfiguration oder aus dem Modell, nicht aus {source}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>A name is also a file's: it cannot hold / \ : * ? " &lt; &gt; or |.</source>
      <translation>Ein Name ist auch ein Dateiname: Er kann kein / \ : * ? " &lt; &gt; oder | enthalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>A part of a text; among numbers a value, 3..7, &gt;5, nan or missing.</source>
      <translation>Ein Teil eines Texts; unter Zahlen ein Wert, 3..7, &gt;5, nan oder missing.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>A pixel for several cells shows</source>
      <translation>Ein Pixel für mehrere Zellen zeigt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged.py" />
      <source>A plain column has no offsets.</source>
      <translation>Eine einfache Spalte hat keine Offsets.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>A preset has no files beside it; this one names {file}.</source>
      <translation>Eine Voreinstellung hat keine Dateien neben sich; diese nennt {file}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>A preset needs a name.</source>
      <translation>Eine Voreinstellung braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>A quote that opens here is not closed by the end of the file (line {last}).</source>
      <translation>Ein Anführungszeichen, das hier öffnet, ist bis zum Ende der Datei (Zeile {last}) nicht geschlossen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>A recipe has at least one tensor.</source>
      <translation>Ein Rezept hat mindestens einen Tensor.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/dataset.py" />
      <source>A role is one of {roles}, not “{role}”.</source>
      <translation>Eine Rolle ist eine von {roles}, nicht „{role}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>A row is a list of values in order, not a {kind}.</source>
      <translation>Eine Zeile ist eine Liste von Werten in ihrer Reihenfolge, kein {kind}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>A row is an array of {odd} values, no numbers.</source>
      <translation>Eine Zeile ist ein Array von {odd}-Werten, keinen Zahlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>A sequence has steps of shape {shape}; the first has {inner}.</source>
      <translation>Eine Sequenz hat Schritte der Form {shape}; die erste hat {inner}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>A tensor cannot be called “{name}”: an export uses that name.</source>
      <translation>Ein Tensor kann nicht „{name}“ heißen: Ein Export benutzt diesen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>A tensor has unknown choices: {unknown}.</source>
      <translation>Ein Tensor hat unbekannte Angaben: {unknown}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>A tensor's name is also a file's name; “{name}” cannot be one.</source>
      <translation>Der Name eines Tensors ist auch ein Dateiname; „{name}“ kann keiner sein.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>A text cannot pad {target} sequences.</source>
      <translation>Ein Text kann {target}-Sequenzen nicht auffüllen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>A transform has unknown choices: {unknown}.</source>
      <translation>Eine Transformation hat unbekannte Angaben: {unknown}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>A vocabulary gives ids from 1 on, and its words go by these ids: they are not shifted.</source>
      <translation>Ein Vokabular gibt Ids ab 1, und seine Wörter gehören zu diesen Ids: Sie werden nicht verschoben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>A vocabulary is made of texts; this column holds {kind} values.</source>
      <translation>Ein Vokabular besteht aus Texten; diese Spalte enthält Werte der Art {kind}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>A whole dataset is no column: its columns are {columns}.</source>
      <translation>Ganze Daten sind keine Spalte: Ihre Spalten sind {columns}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>A whole number from {least} to {most}.</source>
      <translation>Eine ganze Zahl von {least} bis {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>A whole number of steps, or nothing.</source>
      <translation>Eine ganze Zahl von Schritten, oder nichts.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>A whole table is no column: its columns are {columns}.</source>
      <translation>Eine ganze Tabelle ist keine Spalte: Ihre Spalten sind {columns}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>A window does not say which file it showed.</source>
      <translation>Ein Fenster sagt nicht, welche Datei es zeigte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>A word of the vocabulary is no text.</source>
      <translation>Ein Wort des Vokabulars ist kein Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>A word stands in the vocabulary twice.</source>
      <translation>Ein Wort steht zweimal im Vokabular.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Aa</source>
      <translation>Aa</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Activation</source>
      <translation>Aktivierung</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>All but far values</source>
      <translation>Alle außer Ausreißern</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/widening.py" />
      <source>All of “{column}” is read as {kind} because row {row} needs it.</source>
      <translation>„{column}“ wird ganz als {kind} gelesen, weil Zeile {row} es braucht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <source>All pages</source>
      <translation>Alle Seiten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>All rows</source>
      <translation>Alle Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>All rows are empty</source>
      <translation>Alle Zeilen sind leer</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/empty_rows.py" />
      <source>All rows are empty, and empty rows are left out: nothing is left.</source>
      <translation>Alle Zeilen sind leer, und leere Zeilen werden weggelassen: Nichts bleibt übrig.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Allow</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>An Embedding</source>
      <translation>Ein Embedding</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>An array of shape {shape} does not fit the memory.</source>
      <translation>Ein Array der Form {shape} passt nicht in den Speicher.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>An export is under way. Wait for its end, or cancel it.</source>
      <translation>Ein Export läuft. Warten Sie auf sein Ende, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>An input of the model</source>
      <translation>Eine Eingabe des Modells</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>An integer does not fit 64 bits.</source>
      <translation>Eine ganze Zahl passt nicht in 64 Bit.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>An object of {count} lists is read as one row a key.</source>
      <comment>An object of {count} list is read as one row a key.</comment>
      <translation>
        <numerusform>Ein Objekt aus {count} Liste wird als eine Zeile je Schlüssel gelesen.</numerusform>
        <numerusform>Ein Objekt aus {count} Listen wird als eine Zeile je Schlüssel gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>An object of {count} lists of {rows} is read as columns; they could also be one row a key.</source>
      <comment>An object of {count} list of {rows} is read as a column; it could also be one row a key.</comment>
      <translation>
        <numerusform>Ein Objekt aus {count} Liste mit {rows} wird als Spalte gelesen; es könnte auch eine Zeile je Schlüssel sein.</numerusform>
        <numerusform>Ein Objekt aus {count} Listen mit {rows} wird als Spalten gelesen; es könnte auch eine Zeile je Schlüssel sein.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>An object of {count} objects is read as one row a key; they could also be columns of {rows}.</source>
      <comment>An object of {count} object is read as one row a key; it could also be a column of {rows}.</comment>
      <translation>
        <numerusform>Ein Objekt aus {count} Objekt wird als eine Zeile je Schlüssel gelesen; es könnte auch eine Spalte mit {rows} sein.</numerusform>
        <numerusform>Ein Objekt aus {count} Objekten wird als eine Zeile je Schlüssel gelesen; es könnten auch Spalten mit {rows} sein.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/raster.py" />
      <source>An overview is one of {hows}; not “{how}”.</source>
      <translation>Eine Übersicht ist eine von {hows}, nicht „{how}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Another input's mask covers it.</source>
      <translation>Die Maske einer anderen Eingabe deckt es ab.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Any label</source>
      <translation>Jedes Label</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Apply a saved recipe to this data</source>
      <translation>Ein gespeichertes Rezept auf diese Daten anwenden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>Apply this preset</source>
      <translation>Diese Voreinstellung anwenden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>Apply this recipe again</source>
      <translation>Dieses Rezept wieder anwenden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Apply, save or remove sets of choices</source>
      <translation>Gruppen von Angaben anwenden, speichern oder entfernen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>Array</source>
      <translation>Array</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>Array “{name}” is left out: {why}.</source>
      <translation>Das Array „{name}“ ist weggelassen: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>Arrays</source>
      <translation>Arrays</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>As guessed</source>
      <translation>Wie vermutet</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>As it was opened</source>
      <translation>Wie es geöffnet wurde</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/style/words.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>As they are</source>
      <translation>Wie sie sind</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>At the start</source>
      <translation>Beim Start</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Auto</source>
      <translation>Auto</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Auto ({dtype})</source>
      <translation>Auto ({dtype})</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Back to it</source>
      <translation>Zurück dazu</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>Bars: number of rows at each length, square-root scale.</source>
      <translation>Balken: Zahl der Zeilen je Länge, Wurzelskala.</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Baskets</source>
      <translation>Warenkörbe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Begin empty</source>
      <translation>Leer beginnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Build the model for a wider dtype.</source>
      <translation>Bauen Sie das Modell für einen weiteren Dtype.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Build the model for floats, or choose a column of whole ids.</source>
      <translation>Bauen Sie das Modell für Kommazahlen, oder wählen Sie eine Spalte ganzer Ids.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model for ids that begin at 1, so that 0 is padding alone.</source>
      <translation>Bauen Sie das Modell für Ids ab 1, damit 0 allein Padding ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Build the model for ids, without the layer that reads text.</source>
      <translation>Bauen Sie das Modell für Ids, ohne die Schicht, die Text liest.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model with a Masking value that no real step holds, and fill with it.</source>
      <translation>Bauen Sie das Modell mit einem Masking-Wert, den kein echter Schritt hat, und füllen Sie damit.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Build the model with a batch of None, or leave the last rows out.</source>
      <translation>Bauen Sie das Modell mit der Batch-Größe None, oder lassen Sie die letzten Zeilen weg.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model with a layer that masks the fill, such as Embedding(mask_zero=True) or Masking.</source>
      <translation>Bauen Sie das Modell mit einer Schicht, die den Füllwert maskiert, etwa Embedding(mask_zero=True) oder Masking.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model with a layer there that heeds the mask.</source>
      <translation>Bauen Sie das Modell dort mit einer Schicht, die die Maske beachtet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Build the model with a recurrent or Conv1D layer at its start, or choose a column of one value a step.</source>
      <translation>Bauen Sie das Modell mit einer rekurrenten oder einer Conv1D-Schicht am Anfang, oder wählen Sie eine Spalte mit einem Wert je Schritt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Build the model with an Embedding at its start, or choose a column of several features.</source>
      <translation>Bauen Sie das Modell mit einem Embedding am Anfang, oder wählen Sie eine Spalte mit mehreren Merkmalen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Build the model with an integer input.</source>
      <translation>Bauen Sie das Modell mit einer ganzzahligen Eingabe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model with another Masking value than NaN.</source>
      <translation>Bauen Sie das Modell mit einem anderen Masking-Wert als NaN.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Build the model with input_dim {input_dim}.</source>
      <translation>Bauen Sie das Modell mit input_dim {input_dim}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Build the model with layers that hand the mask on, up to the one that ends the steps.</source>
      <translation>Bauen Sie das Modell mit Schichten, die die Maske weitergeben, bis zu der, die die Schritte beendet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Building the model</source>
      <translation>Baut das Modell</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Building the model was stopped.</source>
      <translation>Das Bauen des Modells wurde angehalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Building the model …</source>
      <translation>Baut das Modell …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>By first appearance</source>
      <translation>Nach erstem Auftreten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>By frequency</source>
      <translation>Nach Häufigkeit</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <location filename="../../padviewer/gui/views/cells.py" />
      <source>By label</source>
      <translation>Nach Label</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npy.py" />
      <source>Bytes behind the array's last value, which were not read: {count}.</source>
      <translation>Bytes hinter dem letzten Wert des Arrays, die nicht gelesen wurden: {count}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Cache</source>
      <translation>Zwischenspeicher</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Cache, GB</source>
      <translation>Zwischenspeicher, GB</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <location filename="../../padviewer/core/choices/fitting.py" />
      <location filename="../../padviewer/core/choices/shift.py" />
      <location filename="../../padviewer/core/padding/plan.py" />
      <source>Call fit() first.</source>
      <translation>Rufen Sie zuerst fit() auf.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Cell</source>
      <translation>Zelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/planned.py" />
      <source>Change a choice to encode the column.</source>
      <translation>Ändern Sie eine Angabe, um die Spalte zu kodieren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Change theme, language, size and limits</source>
      <translation>Design, Sprache, Größe und Grenzen ändern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Characters</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npy.py" />
      <source>Check how the file was written.</source>
      <translation>Prüfen Sie, wie die Datei geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Check it by its config, or replace the class by a layer of Keras.</source>
      <translation>Prüfen Sie es an seiner Konfiguration, oder ersetzen Sie die Klasse durch eine Schicht von Keras.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>Check its permissions.</source>
      <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/exported_recipe.py" />
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>Check the path.</source>
      <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>Check the tensors against the config; load the model where that class is imported.</source>
      <translation>Prüfen Sie die Tensoren an der Konfiguration; laden Sie das Modell dort, wo diese Klasse importiert ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>Check what “{companion}” counts.</source>
      <translation>Prüfen Sie, was „{companion}“ zählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Check whether this Python has TensorFlow</source>
      <translation>Prüfen, ob dieses Python TensorFlow hat</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>Choices of before</source>
      <translation>Wahl von vorher</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Choose a Python</source>
      <translation>Ein Python wählen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/frames.py" />
      <location filename="../../padviewer/core/recipe.py" />
      <source>Choose a column of lists or texts.</source>
      <translation>Wählen Sie eine Spalte von Listen oder Texten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/layout.py" />
      <source>Choose a comma, a tab, a semicolon, a bar or a space.</source>
      <translation>Wählen Sie Komma, Tabulator, Semikolon, senkrechten Strich oder Leerzeichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>Choose a dtype that holds both, or another fill value.</source>
      <translation>Wählen Sie einen Dtype, der beides fasst, oder einen anderen Füllwert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/gathering.py" />
      <source>Choose a dtype that holds them, or allow losses (lossy allow).</source>
      <translation>Wählen Sie einen Dtype, der sie fasst, oder erlauben Sie Verluste (lossy allow).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Choose a dtype that holds them, or allow losses.</source>
      <translation>Wählen Sie einen Dtype, der sie fasst, oder erlauben Sie Verluste.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <source>Choose a dtype that holds them, or fill what is missing.</source>
      <translation>Wählen Sie einen Dtype, der sie fasst, oder füllen Sie, was fehlt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Choose a dtype that holds them.</source>
      <translation>Wählen Sie einen Dtype, der sie fasst.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>Choose a file in it.</source>
      <translation>Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Choose a value that this dtype holds.</source>
      <translation>Wählen Sie einen Wert, den dieser Dtype fasst.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Choose a wider dtype, such as int64.</source>
      <translation>Wählen Sie einen breiteren Dtype, wie int64.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Choose another column, or build the model for these axes.</source>
      <translation>Wählen Sie eine andere Spalte, oder bauen Sie das Modell für diese Achsen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Choose another fill value, or use the mask.</source>
      <translation>Wählen Sie einen anderen Füllwert, oder nehmen Sie die Maske.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Choose another template, column or maxlen.</source>
      <translation>Wählen Sie eine andere Vorlage, eine andere Spalte oder ein anderes Maxlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Choose dtype object.</source>
      <translation>Wählen Sie den Dtype object.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Choose it again to go on.</source>
      <translation>Wählen Sie es noch einmal, um fortzufahren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>Choose one of {shapes}.</source>
      <translation>Wählen Sie eine von {shapes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>Choose one of {ways}.</source>
      <translation>Wählen Sie eines von {ways}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>Choose smaller layers, a smaller vocabulary, or a shorter maxlen.</source>
      <translation>Wählen Sie kleinere Schichten, ein kleineres Vokabular oder ein kürzeres Maxlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Choose the columns that the model was built for, or build the model for these.</source>
      <translation>Wählen Sie die Spalten, für die das Modell gebaut wurde, oder bauen Sie das Modell für diese.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>Choose the levels</source>
      <translation>Den Wertebereich wählen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/dense.py" />
      <source>Choose the shape dense or fill-tail.</source>
      <translation>Wählen Sie die Form dense oder fill-tail.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>Choose the shape dense to keep them as steps.</source>
      <translation>Wählen Sie die Form dense, um sie als Schritte zu behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/dense.py" />
      <source>Choose the shape dense to keep them.</source>
      <translation>Wählen Sie die Form dense, um sie zu behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>Choose the shape unpad (Read as, or --shape unpad) to make the rows ragged again.</source>
      <translation>Wählen Sie die Form unpad (Gelesen als, oder --shape unpad), um die Zeilen wieder ungleich lang zu machen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Choose utf-8, cp1252, latin-1, or another one that Python knows.</source>
      <translation>Wählen Sie utf-8, cp1252, latin-1 oder eine andere, die Python kennt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Choose where to save</source>
      <translation>Wählen, wo gespeichert wird</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Choose which rows are shown</source>
      <translation>Wählen, welche Zeilen gezeigt werden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/layout.py" />
      <source>Choose {shapes} or {last}.</source>
      <translation>Wählen Sie {shapes} oder {last}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Choose {source} to keep them exact.</source>
      <translation>Wählen Sie {source}, damit sie exakt bleiben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <location filename="../../padviewer/core/readers/csv/delimited.py" />
      <source>Choose {ways} or {last}.</source>
      <translation>Wählen Sie {ways} oder {last}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Chosen rows and features as lines over the steps. Padding is shaded, the part that is cut is dashed, and a missing value is a gap. Lay several rows over each other to see whether padding moves the beginning or the end of an event to another step.</source>
      <translation>Gewählte Zeilen und Merkmale als Linien über den Schritten. Padding ist schattiert, der abgeschnittene Teil ist gestrichelt, und ein fehlender Wert ist eine Lücke. Legen Sie mehrere Zeilen übereinander, um zu sehen, ob Padding den Anfang oder das Ende eines Ereignisses auf einen anderen Schritt verschiebt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <source>Clean</source>
      <translation>Bereinigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Clear</source>
      <translation>Aufheben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/widgets/field.py" />
      <source>Clear the text</source>
      <translation>Text löschen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/view.py" />
      <source>Click a name to sort all views by it; its menu shows other columns.</source>
      <translation>Ein Klick auf einen Namen sortiert alle Ansichten danach; sein Menü zeigt andere Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Close all windows</source>
      <translation>Alle Fenster schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>Close it, or double it inside a cell.</source>
      <translation>Schließen Sie es, oder verdoppeln Sie es in einer Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/room.py" />
      <source>Close other datasets, or split the file.</source>
      <translation>Schließen Sie andere Daten, oder teilen Sie die Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Close the export</source>
      <translation>Den Export schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Close the filter</source>
      <translation>Den Filter schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <source>Close the help</source>
      <translation>Die Hilfe schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Close the model</source>
      <translation>Das Modell schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>Close the note</source>
      <translation>Den Hinweis schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Close the preferences</source>
      <translation>Die Einstellungen schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>Close the quote, or split the cell.</source>
      <translation>Schließen Sie das Anführungszeichen, oder teilen Sie die Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Close the search</source>
      <translation>Die Suche schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Close the sheet</source>
      <translation>Das Blatt schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Close this window</source>
      <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Close window</source>
      <translation>Fenster schließen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour: id rank</source>
      <translation>Farbe: Rang der Id</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour: id rank, {ramp}</source>
      <translation>Farbe: Rang der Id, {ramp}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour: identity</source>
      <translation>Farbe: Identität</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour: value</source>
      <translation>Farbe: Wert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Colour: value, {ramp}</source>
      <translation>Farbe: Wert, {ramp}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>Colours from {low} to {high}</source>
      <translation>Farben von {low} bis {high}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Colours of a new view</source>
      <translation>Farben einer neuen Ansicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>Colours: share of padding, from none to all</source>
      <translation>Farben: Anteil des Paddings, von nichts bis alles</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>Colours: {words}</source>
      <translation>Farben: {words}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/column_names.py" />
      <source>Column {place} is named “{name}” in the file and “{free}” here, where names are unique.</source>
      <translation>Spalte {place} heißt in der Datei „{name}“ und hier „{free}“, wo Namen eindeutig sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <source>Column “{name}” of type {said} is left out. {what}</source>
      <translation>Die Spalte „{name}“ vom Typ {said} ist weggelassen. {what}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/batches.py" />
      <source>Column “{name}” of type {said} is left out: {reason}.</source>
      <translation>Die Spalte „{name}“ vom Typ {said} ist weggelassen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/tensor_plan.py" />
      <source>Columns go from 0 to {width}.</source>
      <translation>Positionen gehen von 0 bis {width}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/view.py" />
      <source>Columns of the table</source>
      <translation>Spalten der Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>Commands that fit</source>
      <translation>Passende Befehle</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Complete the features of these rows: what is missing there is padded like a step.</source>
      <translation>Vervollständigen Sie die Merkmale dieser Zeilen: Was dort fehlt, wird aufgefüllt wie ein Schritt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Copy as a picture</source>
      <translation>Als Bild kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Copy as numpy code</source>
      <translation>Als numpy-Code kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Copy cells</source>
      <translation>Zellen kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Copy code</source>
      <translation>Code kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>Copy details</source>
      <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>Copy or save the model again.</source>
      <translation>Kopieren oder speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Copy the cell</source>
      <translation>Die Zelle kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Copy the row</source>
      <translation>Die Zeile kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Copy the selected cells as a table</source>
      <translation>Die gewählten Zellen als Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Copy the view</source>
      <translation>Die Ansicht kopieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>Count on</source>
      <translation>Weiterzählen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>Counting lengths</source>
      <translation>Zählt Längen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Counting masks</source>
      <translation>Zählt Masken</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>Counting values</source>
      <translation>Zählt Werte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>Counting was stopped. What is not counted is not shown.</source>
      <translation>Das Zählen wurde angehalten. Was nicht gezählt ist, wird nicht gezeigt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/panel.py" />
      <source>Counting …</source>
      <translation>Zählt …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Cross-hair</source>
      <translation>Fadenkreuz</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Cross-hair with profiles</source>
      <translation>Fadenkreuz mit Profilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/panes.py" />
      <source>Data and recipe</source>
      <translation>Daten und Rezept</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Data and recipe on the left, the lengths and the views of the tensor in the middle, the model and the findings on the right. Change a choice and everything follows. Ctrl+K finds every command, F6 goes from panel to panel, and F1 lists the keys.</source>
      <translation>Links Daten und Rezept, in der Mitte die Längen und die Ansichten des Tensors, rechts das Modell und die Befunde. Ändern Sie eine Angabe, und alles folgt. Strg+K findet jeden Befehl, F6 geht von Bereich zu Bereich, und F1 listet die Tasten auf.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Declares no inputs</source>
      <translation>Nennt keine Eingaben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <location filename="../../padviewer/core/readers/excel/guard.py" />
      <source>Decrypt the file first.</source>
      <translation>Entschlüsseln Sie die Datei zuerst.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Delimiter</source>
      <translation>Trennzeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Dense layers</source>
      <translation>Dichte Schichten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <source>Documentation</source>
      <translation>Dokumentation</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>Double the quotes inside a cell.</source>
      <translation>Verdoppeln Sie die Anführungszeichen in einer Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Drawing …</source>
      <translation>Zeichnet …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>Drop a file here</source>
      <translation>Datei hier ablegen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Dtype</source>
      <translation>Dtype</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Dtype {value}</source>
      <translation>Dtype {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Each becomes the nearest value.</source>
      <translation>Jeder wird zum nächsten Wert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/pixels.py" />
      <source>Edges are two or more numbers that ascend from 0 to at most {most}.</source>
      <translation>Ränder sind zwei oder mehr Zahlen, die von 0 bis höchstens {most} aufsteigen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Embedding size</source>
      <translation>Embedding-Größe</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Embedding, convolution, pooling, dense</source>
      <translation>Embedding, Faltung, Pooling, dicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Embedding, recurrent, dense</source>
      <translation>Embedding, rekurrent, dicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Empty rows</source>
      <translation>Leere Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>Empty rows are {choices}, not {empty}.</source>
      <translation>Leere Zeilen sind {choices}, nicht {empty}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Empty the cache</source>
      <translation>Zwischenspeicher leeren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <source>Encode</source>
      <translation>Kodieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Encode the texts as ids (Tokenise, then Vocabulary).</source>
      <translation>Kodieren Sie die Texte als Ids (Tokenise, dann Vocabulary).</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Encoding</source>
      <translation>Kodiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/planned.py" />
      <source>Encoding was stopped.</source>
      <translation>Das Kodieren wurde angehalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>End all lines in the same way.</source>
      <translation>Beenden Sie alle Zeilen auf dieselbe Weise.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Ends</source>
      <translation>Enden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Every choice between the file and the tensor, from top to bottom in the order in which they are applied. What the views show, what the export writes and what the generated code does all come from this one recipe. Save it as a file to use it again, here or on the command line.</source>
      <translation>Alles, was zwischen Datei und Tensor gewählt wird, von oben nach unten in der Reihenfolge der Anwendung. Was die Ansichten zeigen, was der Export schreibt und was der erzeugte Code tut, kommt aus diesem einen Rezept. Speichern Sie es als Datei, um es wieder zu benutzen, hier oder auf der Befehlszeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Every sequence must be a list; one is {row}.</source>
      <translation>Jede Sequenz muss eine Liste sein; eine ist {row}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Explain what has the focus</source>
      <translation>Erklären, was den Fokus hat</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/own/sidecar.py" />
      <source>Export again with this version of PadViewer.</source>
      <translation>Exportieren Sie neu mit dieser Version von PadViewer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/folder.py" />
      <source>Export again, or choose one of its files.</source>
      <translation>Exportieren Sie neu, oder wählen Sie eine der Dateien darin.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/own/sidecar.py" />
      <source>Export again, or take the old sidecar away.</source>
      <translation>Exportieren Sie neu, oder entfernen Sie die alte Begleitdatei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/steps.py" />
      <source>Export them instead.</source>
      <translation>Exportieren Sie sie stattdessen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>Export to .npz or .parquet, or choose one tensor.</source>
      <translation>Exportieren Sie nach .npz oder .parquet, oder wählen Sie einen Tensor.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>Export to .npz or .parquet, or ignore the column.</source>
      <translation>Exportieren Sie nach .npz oder .parquet, oder ignorieren Sie die Spalte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>Export to .npz, .npy or .parquet.</source>
      <translation>Exportieren Sie nach .npz, .npy oder .parquet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/not_held.py" />
      <source>Export to .npz, .parquet or a folder to keep it.</source>
      <translation>Exportieren Sie nach .npz, .parquet oder in einen Ordner, um es zu behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/not_held.py" />
      <source>Export to .npz, .parquet or a folder to keep the difference.</source>
      <translation>Exportieren Sie nach .npz, .parquet oder in einen Ordner, um den Unterschied zu behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <location filename="../../padviewer/gui/controller.py" />
      <location filename="../../padviewer/workers/data.py" />
      <source>Export when all rows are there.</source>
      <translation>Exportieren Sie, wenn alle Zeilen da sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Far out, one pixel stands for several cells, and you choose what it says: one of them, their mean, the greatest, or the share of them that is padding. “One of its cells” is quick and can miss a single odd value; “The greatest” cannot. What is chosen is said in the view.</source>
      <translation>Weit herausgezoomt steht ein Pixel für mehrere Zellen, und Sie wählen, was es sagt: eine von ihnen, ihren Mittelwert, den größten Wert oder den Anteil an Padding. „Eine seiner Zellen“ ist schnell und kann einen einzelnen auffälligen Wert übersehen; „Der größte Wert“ kann das nicht. Was gewählt ist, steht in der Ansicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Feature</source>
      <translation>Merkmal</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Feature {k}</source>
      <translation>Merkmal {k}</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <location filename="../../padviewer/gui/views/cells.py" />
      <source>File order</source>
      <translation>Reihenfolge der Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Files in {folder}</source>
      <translation>Dateien in {folder}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/engines.py" />
      <source>Files of this kind need {module}, which is not there.</source>
      <translation>Dateien dieser Art brauchen {module}, und das ist nicht da.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Fill infinite values with a constant.</source>
      <translation>Füllen Sie unendliche Werte mit einer Konstanten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Fill infinite values with {value}</source>
      <translation>Unendliche Werte mit {value} füllen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Fill missing</source>
      <translation>Ersatzwert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Fill missing values with a constant, or choose a float dtype.</source>
      <translation>Füllen Sie fehlende Werte mit einer Konstanten, oder wählen Sie einen Gleitkomma-Dtype.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Fill missing values with a constant.</source>
      <translation>Füllen Sie fehlende Werte mit einer Konstanten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Fill missing words with a word of their own, such as [missing].</source>
      <translation>Füllen Sie fehlende Wörter mit einem eigenen Wort, wie [missing].</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Fill missing {value}</source>
      <translation>Fehlendes füllen mit {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Fill mode</source>
      <translation>Füllart</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Fill mode {value}</source>
      <translation>Füllart {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Fill value</source>
      <translation>Füllwert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Fill value {value}</source>
      <translation>Füllwert {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/gathering.py" />
      <source>Fill what is missing, choose a float dtype, or allow losses (lossy allow).</source>
      <translation>Füllen Sie, was fehlt, wählen Sie einen Gleitkomma-Dtype, oder erlauben Sie Verluste (lossy allow).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Fill with 0, and shift ids that are 0 or less so that they begin at 1.</source>
      <translation>Füllen Sie mit 0, und verschieben Sie Ids, die 0 oder kleiner sind, sodass sie bei 1 beginnen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Fill with {value}</source>
      <translation>Mit {value} füllen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Filter and order</source>
      <translation>Filter und Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Filter the rows</source>
      <translation>Die Zeilen filtern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Filter to these rows</source>
      <translation>Nur diese Zeilen zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Filters 1</source>
      <translation>Filter 1</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Filters 2</source>
      <translation>Filter 2</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Filters 3</source>
      <translation>Filter 3</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Find</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>Find a command</source>
      <translation>Einen Befehl suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Find a command by its name</source>
      <translation>Einen Befehl nach seinem Namen suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>Find a command, a column, a file</source>
      <translation>Einen Befehl, eine Spalte, eine Datei suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Find a value or a word in the rows</source>
      <translation>Einen Wert oder ein Wort in den Zeilen suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Find in {column}</source>
      <translation>In {column} suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Find next</source>
      <translation>Weitersuchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Find previous</source>
      <translation>Rückwärts suchen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>Findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>First rows</source>
      <translation>Erste Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Fit</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Fit everything</source>
      <translation>Alles einpassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Fit the recipe again.</source>
      <translation>Passen Sie das Rezept neu an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Fit the vocabulary again.</source>
      <translation>Passen Sie das Vokabular neu an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>Flatten them.</source>
      <translation>Machen Sie sie flach.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Fold data and recipe away, or show them</source>
      <translation>Daten und Rezept einklappen oder zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Fold model and findings away, or show them</source>
      <translation>Modell und Befunde einklappen oder zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Fold the lengths away, or show them</source>
      <translation>Die Längen einklappen oder zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Fractions are cut, NaN becomes 0, and what is out of range becomes the end of the range.</source>
      <translation>Brüche werden abgeschnitten, NaN wird 0, und was außerhalb des Bereichs liegt, wird dessen Ende.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>From, %</source>
      <translation>Von, %</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/engines.py" />
      <source>Get the file again, or write it anew.</source>
      <translation>Holen Sie die Datei noch einmal, oder schreiben Sie sie neu.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <location filename="../../padviewer/core/readers/arrow/footer.py" />
      <location filename="../../padviewer/core/readers/arrow/guard.py" />
      <location filename="../../padviewer/core/readers/arrow/parquet.py" />
      <source>Get the file again.</source>
      <translation>Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>Give a file's name.</source>
      <translation>Geben Sie einen Dateinamen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Give a smaller maxlen.</source>
      <translation>Geben Sie ein kleineres Maxlen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/still.py" />
      <source>Give another name, or --force to replace it.</source>
      <translation>Geben Sie einen anderen Namen an, oder --force, um es zu ersetzen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/foreign.py" />
      <source>Give another name, or allow that it is replaced.</source>
      <translation>Geben Sie einen anderen Namen an, oder erlauben Sie, dass ersetzt wird, was da ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Give another name, or choose “Replace it”.</source>
      <translation>Geben Sie einen anderen Namen an, oder wählen Sie „Ersetzen“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>Give another name, or make it writable.</source>
      <translation>Geben Sie einen anderen Namen an, oder machen Sie sie beschreibbar.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <location filename="../../padviewer/core/export/ragged_rows.py" />
      <location filename="../../padviewer/core/files/whole_file.py" />
      <location filename="../../padviewer/core/files/whole_folder.py" />
      <source>Give another name.</source>
      <translation>Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>Give another place.</source>
      <translation>Geben Sie einen anderen Ort an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/block.py" />
      <source>Give contiguous arrays of the block's shape and dtype.</source>
      <translation>Geben Sie zusammenhängende Arrays mit Form und Dtype des Blocks.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <source>Give each column one name, such as frame.columns.map('_'.join).</source>
      <translation>Geben Sie jeder Spalte einen Namen, etwa mit frame.columns.map('_'.join).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Give each line its id.</source>
      <translation>Geben Sie jeder Textzeile ihre Id.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Give each line its place.</source>
      <translation>Geben Sie jeder Textzeile ihren Platz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Give every column a name of its own.</source>
      <translation>Geben Sie jeder Spalte einen eigenen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Give every column one value or list per row, or read one row a key: --shape keys.</source>
      <translation>Geben Sie jeder Spalte einen Wert oder eine Liste je Zeile, oder lesen Sie eine Zeile je Schlüssel: --shape keys.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Give every step the same number of values.</source>
      <translation>Geben Sie jedem Schritt gleich viele Werte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Give ids in place of texts, or choose dtype object.</source>
      <translation>Geben Sie Ids anstelle von Texten an, oder wählen Sie den Dtype object.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>Give maxlen as a number.</source>
      <translation>Geben Sie Maxlen als Zahl an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Give maxlen.</source>
      <translation>Geben Sie Maxlen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Give numbers, or choose dtype object.</source>
      <translation>Geben Sie Zahlen an, oder wählen Sie den Dtype object.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>Give one column of lists.</source>
      <translation>Geben Sie eine Spalte von Listen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>Give one column, such as dataset[{name}].</source>
      <translation>Geben Sie eine Spalte an, wie dataset[{name}].</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Give one list of numbers for each row, such as [[1, 2, 3], [4]].</source>
      <translation>Geben Sie für jede Zeile eine Liste von Zahlen an, wie [[1, 2, 3], [4]].</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>Give one value, or one for each ragged axis.</source>
      <translation>Geben Sie einen Wert an, oder einen für jede Achse mit ungleichen Längen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>Give tensors of the lengths that the model was built for.</source>
      <translation>Geben Sie Tensoren der Längen, für die das Modell gebaut wurde.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Give text and controls their usual size</source>
      <translation>Text und Bedienelementen ihre übliche Größe geben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Give the column integers alone, or texts.</source>
      <translation>Geben Sie der Spalte nur ganze Zahlen, oder Texte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/widening.py" />
      <source>Give the column values of one kind.</source>
      <translation>Geben Sie der Spalte Werte einer Art.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>Give the column values of one type.</source>
      <translation>Geben Sie der Spalte Werte eines Typs.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/labels.py" />
      <source>Give the role label to a plain column.</source>
      <translation>Geben Sie einer einfachen Spalte die Rolle Label.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to row</source>
      <translation>Zu Zeile gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Go to row, number</source>
      <translation>Zu Zeile gehen, Nummer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the marked row before</source>
      <translation>Zur vorigen markierten Zeile gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the next finding</source>
      <translation>Zum nächsten Befund gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the next marked row</source>
      <translation>Zur nächsten markierten Zeile gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the next place that was found</source>
      <translation>Zur nächsten Fundstelle gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the next row that is cut</source>
      <translation>Zur nächsten Zeile gehen, die abgeschnitten ist</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the place before</source>
      <translation>Zur vorigen Fundstelle gehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Go to the row before that is cut</source>
      <translation>Zur vorigen Zeile gehen, die abgeschnitten ist</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>Greatest of {block} per pixel.</source>
      <translation>Größter Wert von {block} je Pixel.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Group by label</source>
      <translation>Nach Label gruppieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Guess</source>
      <translation>Vermuten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Guess: {found}</source>
      <translation>Vermutung: {found}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Header</source>
      <translation>Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/heatmap/view.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Heatmap</source>
      <translation>Heatmap</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/view.py" />
      <source>Heatmap, {title}</source>
      <translation>Heatmap, {title}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Height</source>
      <translation>Höhe</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Hidden layers</source>
      <translation>Verborgene Schichten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Hidden units</source>
      <translation>Verborgene Einheiten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Hits</source>
      <translation>Treffer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>How many rows have how many steps. Drag the line, or use the arrow keys on it, to set maxlen: what lies to its right is cut. The curve says which share of all steps is kept, the numbers what this maxlen costs in cut rows, padding and memory. A single very long row makes the axis logarithmic.</source>
      <translation>Wie viele Zeilen wie viele Schritte haben. Ziehen Sie die Linie, oder bewegen Sie sie mit den Pfeiltasten, um Maxlen zu setzen: Was rechts davon liegt, wird abgeschnitten. Die Kurve sagt, welcher Anteil aller Schritte behalten wird, die Zahlen, was dieses Maxlen an abgeschnittenen Zeilen, Padding und Speicher kostet. Eine einzige sehr lange Zeile macht die Achse logarithmisch.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>How texts and categories become numbers: a text is split into words or characters, and every word gets an id from the vocabulary, the most frequent ones first or in the order of the alphabet. The vocabulary is fitted on the whole column and travels with the recipe.</source>
      <translation>Wie Texte und Kategorien zu Zahlen werden: Ein Text wird in Wörter oder Zeichen geteilt, und jedes Wort bekommt eine Id aus dem Vokabular, die häufigsten zuerst oder alphabetisch. Das Vokabular wird an der ganzen Spalte angepasst und reist mit dem Rezept.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>How the file is understood: its format, what stands between the cells, whether the first line names the columns, and where a row of a dense table ends. What was guessed is said beside it. A change reads the file again at once; the recipe stays where its columns are still there.</source>
      <translation>Wie die Datei verstanden wird: ihr Format, was zwischen den Zellen steht, ob die erste Zeile die Spalten nennt, und wo eine Zeile einer dichten Tabelle endet. Was vermutet wurde, steht daneben. Eine Änderung liest die Datei sofort neu; das Rezept bleibt, soweit es seine Spalten noch gibt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>How {file} was read is lost.</source>
      <translation>Wie {file} gelesen wurde, ist verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>Id in the tensor</source>
      <translation>Id im Tensor</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Ids</source>
      <translation>Ids</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Ids are shifted by a whole number, not {value}.</source>
      <translation>Ids werden um eine ganze Zahl verschoben, nicht um {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Ids as they are</source>
      <translation>Ids, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Ids by first appearance</source>
      <translation>Ids nach erstem Auftreten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Ids by frequency</source>
      <translation>Ids nach Häufigkeit</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Ids go by appearance or frequency, not “{order}”.</source>
      <translation>Ids gehen nach appearance oder frequency, nicht „{order}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/classes.py" />
      <source>If that is wrong, choose the shape ragged-lines, which keeps every cell as a step.</source>
      <translation>Ist das falsch, wählen Sie die Form ragged-lines, die jede Zelle als Schritt behält.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>If that is wrong, read “{name}” as text or with another decimal mark (--read-as “{name}=text” or “{name}={other}”).</source>
      <translation>Wenn das falsch ist, lesen Sie „{name}“ als Text oder mit einem anderen Dezimalzeichen (--read-as „{name}=text“ oder „{name}={other}“).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>If they are hashed ids, number them before a model is given them.</source>
      <translation>Wenn es gehashte Ids sind, nummerieren Sie sie, bevor ein Modell sie bekommt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>If you trust it, load it in Python and save it as Parquet or NPZ.</source>
      <translation>Wenn Sie ihr trauen, laden Sie sie in Python, und speichern Sie sie als Parquet oder NPZ.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/conversion.py" />
      <source>If you trust the file, convert it once in Python: z = np.load({source}, allow_pickle=True); rows = [np.asarray(r) for r in z{key}]; kept = [r for r in rows if len(r)]; np.savez({out}, values=np.concatenate(kept), offsets=np.cumsum([0, *map(len, rows)]){labels})</source>
      <translation>Wenn Sie der Datei trauen, wandeln Sie sie einmal in Python um: z = np.load({source}, allow_pickle=True); rows = [np.asarray(r) for r in z{key}]; kept = [r for r in rows if len(r)]; np.savez({out}, values=np.concatenate(kept), offsets=np.cumsum([0, *map(len, rows)]){labels})</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/limits.py" />
      <source>If you trust the file, save it again without compression.</source>
      <translation>Wenn Sie der Datei trauen, speichern Sie sie noch einmal ohne Kompression.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/parquet.py" />
      <source>If you trust the file, write it again with smaller row groups.</source>
      <translation>Wenn Sie der Datei trauen, schreiben Sie sie noch einmal mit kleineren Zeilengruppen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/orc.py" />
      <source>If you trust the file, write it again with smaller stripes.</source>
      <translation>Wenn Sie der Datei trauen, schreiben Sie sie neu mit kleineren Stripes.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>Ignore that column, or give the tensor another name.</source>
      <translation>Ignorieren Sie diese Spalte, oder geben Sie dem Tensor einen anderen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/arrays.py" />
      <source>Ignore the column, or give the tensor another name.</source>
      <translation>Ignorieren Sie die Spalte, oder geben Sie dem Tensor einen anderen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Ignored</source>
      <translation>Ignoriert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/images/view.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Images of many sizes, with names</source>
      <translation>Bilder vieler Größen, mit Namen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>In</source>
      <translation>Ein</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>In the tensor</source>
      <translation>Im Tensor</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Infinite values are filled too.</source>
      <translation>Unendliche Werte werden auch gefüllt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Infinite values are filled with a finite number.</source>
      <translation>Unendliche Werte werden mit einer endlichen Zahl gefüllt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>Inner lists that are null: {count}. Each is read as an empty list.</source>
      <translation>Innere Listen, die null sind: {count}. Jede wird als leere Liste gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Inner maxlen</source>
      <translation>Maxlen innen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Inner maxlen {value}</source>
      <translation>Maxlen innen {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/backend.py" />
      <source>Install it with: {command}</source>
      <translation>Installieren Sie es mit: {command}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/engines.py" />
      <source>Install it: {command}.</source>
      <translation>Installieren Sie es: {command}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>Install the package that holds it.</source>
      <translation>Installieren Sie das Paket, das sie enthält.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/children.py" />
      <source>It did not answer within {seconds} seconds.</source>
      <translation>Es hat in {seconds} Sekunden nicht geantwortet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/children.py" />
      <source>It has Keras {keras} and TensorFlow {tensorflow}.</source>
      <translation>Es hat Keras {keras} und TensorFlow {tensorflow}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/batches.py" />
      <source>It has no columns.</source>
      <translation>Sie hat keine Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>It holds no arrays.</source>
      <translation>Es enthält keine Arrays.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>It is row {row}, which has {most}.</source>
      <translation>Es ist Zeile {row} mit {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/guard.py" />
      <source>Its XML declares a document type or entities, which no spreadsheet needs.</source>
      <translation>Ihr XML erklärt einen Dokumenttyp oder Entities, die keine Tabelle braucht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/guard.py" />
      <source>Its XML has a tag of more than {size} MiB.</source>
      <translation>Sein XML hat ein Tag von mehr als {size} MiB.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <source>Its values are neither numbers nor texts.</source>
      <translation>Ihre Werte sind weder Zahlen noch Texte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>JSON · JSON lines · CSV · Excel · Parquet · Arrow · NPY, NPZ · text</source>
      <translation>JSON · JSON-Zeilen · CSV · Excel · Parquet · Arrow · NPY, NPZ · Text</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/exported_recipe.py" />
      <location filename="../../padviewer/core/readers/csv/export.py" />
      <source>Keep an export and its sidecar together.</source>
      <translation>Lassen Sie Export und Begleitdatei beisammen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Keep empty rows</source>
      <translation>Leere Zeilen behalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/empty_rows.py" />
      <source>Keep empty rows.</source>
      <translation>Behalten Sie leere Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Keep it: with maxlen {most} the arrays would take {size}, more than this machine's memory.</source>
      <translation>Behalten Sie es: Mit Maxlen {most} bräuchten die Arrays {size}, mehr als der Speicher dieses Rechners.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Keep it: with maxlen {most} {share} would be padding.</source>
      <translation>Behalten Sie es: Mit Maxlen {most} wären {share} Padding.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/judge.py" />
      <source>Keep it: {model} does not take {steps}.</source>
      <translation>Behalten Sie es: {model} nimmt keine {steps}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>Keep large integers in a column of their own.</source>
      <translation>Halten Sie große ganze Zahlen in einer eigenen Spalte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Keep the lines of the selected row when another is selected (Space)</source>
      <translation>Die Linien der gewählten Zeile behalten, wenn eine andere gewählt wird (Leertaste)</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Keras cannot load this model: {text}</source>
      <translation>Keras kann dieses Modell nicht laden: {text}</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Keras misses a package: {error}.</source>
      <translation>Keras fehlt ein Paket: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Keras models ({pattern})</source>
      <translation>Keras-Modelle ({pattern})</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>Keras pad_sequences defaults (pre/pre)</source>
      <translation>Vorgaben von Keras pad_sequences (pre/pre)</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Keras refuses to load this model as unsafe: {text}</source>
      <translation>Keras lehnt es ab, dieses Modell zu laden, weil es unsicher ist: {text}</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/backend.py" />
      <source>Keras {version} has known holes in loading models; 3.13.2 or newer is needed.</source>
      <translation>Keras {version} hat bekannte Lücken beim Laden von Modellen; 3.13.2 oder neuer wird gebraucht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Kernel size</source>
      <translation>Kerngröße</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/pages.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Larger</source>
      <translation>Größer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Layer</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Layer, in → out</source>
      <translation>Schicht, ein → aus</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Layers of the model</source>
      <translation>Schichten des Modells</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Least and greatest value</source>
      <translation>Kleinster und größter Wert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Leave empty rows out</source>
      <translation>Leere Zeilen weglassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Leave empty rows out, labels too.</source>
      <translation>Lassen Sie leere Zeilen weg, samt ihren Labels.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <source>Leave it out to let it be guessed.</source>
      <translation>Lassen Sie es weg, dann wird es vermutet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>Leave it out, or choose another shape.</source>
      <translation>Lassen Sie es weg, oder wählen Sie eine andere Form.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <source>Leave it out, or choose the shape table.</source>
      <translation>Lassen Sie es weg, oder wählen Sie die Form table.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>Leave it out.</source>
      <translation>Lassen Sie es weg.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/opening.py" />
      <location filename="../../padviewer/core/readers/options.py" />
      <source>Leave it out; it is for {formats}.</source>
      <translation>Lassen Sie es weg; es ist für {formats}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Leave missing</source>
      <translation>Fehlendes fehlen lassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Leave out</source>
      <translation>Weglassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Leave the encoding out: these can be padded as they are.</source>
      <translation>Lassen Sie die Kodierung weg: Diese Werte können aufgefüllt werden, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Leave the padded steps out of what is made of its answer; the exported mask tells which.</source>
      <translation>Lassen Sie die aufgefüllten Schritte aus dem, was aus der Antwort gemacht wird; die exportierte Maske sagt, welche es sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Leave the padding out</source>
      <translation>Padding weglassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/cells.py" />
      <source>Leave the shape out to see how it is read.</source>
      <translation>Lassen Sie die Form weg, um zu sehen, wie die Datei gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Leave the shift out, or fit it to this data.</source>
      <translation>Lassen Sie die Verschiebung weg, oder passen Sie sie an diese Daten an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Left pane</source>
      <translation>Linker Bereich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>Left-padded for decoders</source>
      <translation>Links aufgefüllt für Decoder</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <source>Legend: {kinds}</source>
      <translation>Legende: {kinds}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Lengths</source>
      <translation>Längen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Lengths pane</source>
      <translation>Bereich der Längen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Let all pinned rows go (Backspace)</source>
      <translation>Alle angehefteten Zeilen lösen (Rücktaste)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Levels and colours</source>
      <translation>Wertebereich und Farben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/levels.py" />
      <source>Levels are one of {level_kinds}; not “{kind}”.</source>
      <translation>Die Grenzen der Farben sind eine von {level_kinds}, nicht „{kind}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Levels of the colours</source>
      <translation>Wertebereich der Farben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Light, dark or as the system</source>
      <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <source>Line {line} has {fields}, but the first one has {width}.</source>
      <translation>Zeile {line} hat {fields}, die erste aber {width}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Linear</source>
      <translation>Linear</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>Lines of rows {rows}, {features}.</source>
      <translation>Linien der Zeilen {rows}, {features}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>Lines of sentences are cut at white space: the shape {shape} has no choice of {field}.</source>
      <translation>Zeilen von Sätzen werden an Leerraum geteilt: Die Form {shape} lässt {field} nicht wählen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/plain.py" />
      <source>Lines of text have no other kind.</source>
      <translation>Textzeilen haben keine andere Art.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>List all changes and go back to one</source>
      <translation>Alle Änderungen auflisten und zu einer zurückgehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>List all keys</source>
      <translation>Alle Tasten auflisten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>Lists and objects are nested more than {depth} levels deep.</source>
      <translation>Listen und Objekte sind mehr als {depth} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>Load it in Keras, save it with model.save("model.keras"), and open that file.</source>
      <translation>Laden Sie es in Keras, speichern Sie es mit model.save("model.keras"), und öffnen Sie diese Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>Load it in Python and save it in a format that it reads: {names}.</source>
      <translation>Laden Sie die Datei in Python, und speichern Sie sie in einem Format, das PadViewer liest: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Logarithmic</source>
      <translation>Logarithmisch</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Logarithmic axis</source>
      <translation>Logarithmische Achse</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Long table</source>
      <translation>Lange Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <location filename="../../padviewer/gui/views/cells.py" />
      <source>Longest first</source>
      <translation>Längste zuerst</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Look at these rows: a line may have been cut off, or two joined.</source>
      <translation>Sehen Sie diese Zeilen an: Vielleicht ist eine Textzeile abgebrochen, oder zwei sind verbunden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/find_values.py" />
      <source>Look for a number, a range such as 3..7 or &gt;5, nan or missing.</source>
      <translation>Suchen Sie eine Zahl, einen Bereich wie 3..7 oder &gt;5, nan oder missing.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Look whether lines stand in the file twice.</source>
      <translation>Sehen Sie nach, ob Textzeilen zweimal in der Datei stehen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/numbers.py" />
      <source>Look whether two numbers run together, or one is missing.</source>
      <translation>Sehen Sie nach, ob zwei Zahlen ineinanderlaufen oder eine fehlt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>Looking for findings</source>
      <translation>Sucht Befunde</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Looking for what is lost.</source>
      <translation>Sucht, was verloren geht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Losses</source>
      <translation>Verluste</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Losses allowed</source>
      <translation>Verluste erlaubt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Losses refused</source>
      <translation>Verluste abgelehnt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>Lossy is refuse or allow, not {lossy}.</source>
      <translation>Lossy ist refuse oder allow, nicht {lossy}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Make a list of them.</source>
      <translation>Machen Sie eine Liste daraus.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Make a tensor for {missing}, and no others.</source>
      <translation>Machen Sie einen Tensor für {missing}, und keine anderen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>Make another one it first.</source>
      <translation>Machen Sie zuerst eine andere dazu.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Make every row a list.</source>
      <translation>Machen Sie jede Zeile zu einer Liste.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>Make every row an object, or every row a list.</source>
      <translation>Machen Sie jede Zeile zu einem Objekt, oder jede zu einer Liste.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>Make it first.</source>
      <translation>Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/files.py" />
      <location filename="../../padviewer/core/store/room.py" />
      <source>Make room on this disk, or set XDG_CACHE_HOME to a folder on another one.</source>
      <translation>Machen Sie Platz auf dieser Platte, oder setzen Sie XDG_CACHE_HOME auf einen Ordner auf einer anderen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>Make room, or write to another disk.</source>
      <translation>Machen Sie Platz, oder schreiben Sie auf eine andere Platte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Make text and controls larger</source>
      <translation>Text und Bedienelemente vergrößern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Make text and controls smaller</source>
      <translation>Text und Bedienelemente verkleinern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Make the change again</source>
      <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Many cells in one pixel</source>
      <translation>Viele Zellen in einem Pixel</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Mark all</source>
      <translation>Alle markieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Mark the rows of all hits in every view</source>
      <translation>Die Zeilen aller Treffer in jeder Ansicht markieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Mark these rows</source>
      <translation>Diese Zeilen markieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/heatmap/view.py" />
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Mask beside the values</source>
      <translation>Maske neben den Werten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Mask id 0</source>
      <translation>Id 0 maskieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/view.py" />
      <source>Mask, {title}</source>
      <translation>Maske, {title}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Masked value</source>
      <translation>Maskierter Wert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Masking, recurrent, dense</source>
      <translation>Maskierung, rekurrent, dicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Masks along two ragged axes are not followed.</source>
      <translation>Masken entlang zweier Achsen mit ungleichen Längen werden nicht verfolgt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Match case</source>
      <translation>Groß und klein</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Match case: A is not a</source>
      <translation>Groß und klein unterscheiden: A ist nicht a</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Maxlen</source>
      <translation>Maxlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>Maxlen is a number, max, or a percentile such as p95, not {maxlen}.</source>
      <translation>Maxlen ist eine Zahl, max oder ein Perzentil wie p95, nicht {maxlen}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Maxlen is a whole number, not {maxlen}.</source>
      <translation>Maxlen ist eine ganze Zahl, nicht {maxlen}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Maxlen must be 1 or more, not {maxlen}.</source>
      <translation>Maxlen muss 1 oder mehr sein, nicht {maxlen}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Maxlen must be at most {longest}, not {maxlen}.</source>
      <translation>Maxlen darf höchstens {longest} sein, nicht {maxlen}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/lengths.py" />
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Maxlen {maxlen}</source>
      <translation>Maxlen {maxlen}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Maxlen {value}</source>
      <translation>Maxlen {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Maxlen {value} (p99)</source>
      <translation>Maxlen {value} (p99)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/lengths.py" />
      <source>Maxlen, steps</source>
      <translation>Maxlen, Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>Mean of {block} per pixel.</source>
      <translation>Mittelwert von {block} je Pixel.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Memory and disk</source>
      <translation>Speicher und Platte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Memory is a whole number from {least} to {most} MB.</source>
      <translation>Speicher ist eine ganze Zahl von {least} bis {most} MB.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Memory, MB</source>
      <translation>Speicher, MB</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Mend these rows in the source: a model that predicts one for the other cannot train on them.</source>
      <translation>Beheben Sie diese Zeilen in der Quelle: Ein Modell, das das eine zum anderen vorhersagt, kann mit ihnen nicht trainieren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Menu: commands, preferences, help</source>
      <translation>Menü: Befehle, Einstellungen, Hilfe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Middle</source>
      <translation>Mitte</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Missing and infinite values: {count}. Each is filled with {value}.</source>
      <translation>Fehlende und unendliche Werte: {count}. Jeder wird mit {value} gefüllt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>Missing steps (null): {count}; {how}</source>
      <translation>Fehlende Schritte (null): {count}; {how}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Missing texts: {count}. Each becomes an empty row.</source>
      <translation>Fehlende Texte: {count}. Jeder wird eine leere Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>Missing values (NaT): {count}; they are marked as missing.</source>
      <translation>Fehlende Werte (NaT): {count}; sie sind als fehlend markiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>Missing values (null): {count}; {how}</source>
      <translation>Fehlende Werte (null): {count}; {how}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Missing values are filled with a number or a text, not {value}.</source>
      <translation>Fehlende Werte werden mit einer Zahl oder einem Text gefüllt, nicht mit {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Missing values: {count}. Each is filled with {value}.</source>
      <translation>Fehlende Werte: {count}. Jeder wird mit {value} gefüllt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Mode {mode}</source>
      <translation>Modus {mode}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Mode {mode}, fill value {value}</source>
      <translation>Modus {mode}, Füllwert {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Mode {mode}, shift ids by {value}</source>
      <translation>Modus {mode}, Ids um {value} verschieben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Mode {mode}, shift ids by {value}, fill value {other}</source>
      <translation>Modus {mode}, Ids um {value} verschieben, Füllwert {other}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/panes.py" />
      <source>Model and findings</source>
      <translation>Modell und Befunde</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/backend.py" />
      <source>Models need Keras and TensorFlow; {missing} is not there.</source>
      <translation>Modelle brauchen Keras und TensorFlow; {missing} ist nicht da.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Models need TensorFlow, which does not come with every PadViewer. Give a Python that has it, or leave the field empty for PadViewer's own.</source>
      <translation>Modelle brauchen TensorFlow, das nicht in jedem PadViewer steckt. Geben Sie ein Python an, das es hat, oder lassen Sie das Feld für das eigene von PadViewer leer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>More about this view</source>
      <translation>Mehr zu dieser Ansicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <location filename="../../padviewer/gui/views/cells.py" />
      <source>Most cut first</source>
      <translation>Am meisten abgeschnittene zuerst</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Move the focus to the next panel</source>
      <translation>Den Fokus in den nächsten Bereich setzen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Move the focus to the panel before</source>
      <translation>Den Fokus in den vorigen Bereich setzen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Multiple of</source>
      <translation>Vielfaches</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>Multiple of must be a whole number from 1, not {multiple_of}.</source>
      <translation>Vielfaches von muss eine ganze Zahl ab 1 sein, nicht {multiple_of}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Multiple of {value}</source>
      <translation>Vielfaches von {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>NaN tail left out</source>
      <translation>NaN am Ende weggelassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Name a column of ids, and one that orders the lines of an id.</source>
      <translation>Nennen Sie eine Spalte mit Ids, und eine, die die Textzeilen einer Id ordnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/still.py" />
      <source>Name a file in it.</source>
      <translation>Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Name the tensors {inputs}.</source>
      <translation>Nennen Sie die Tensoren {inputs}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/levels.py" />
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>Nest the lists of all rows to the same depth.</source>
      <translation>Verschachteln Sie die Listen aller Zeilen gleich tief.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Next cut row</source>
      <translation>Nächste abgeschnittene Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Next finding</source>
      <translation>Nächster Befund</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Next hit</source>
      <translation>Nächster Treffer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Next hit (F3)</source>
      <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Next marked row</source>
      <translation>Nächste markierte Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Next panel</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>No array can be shown. {said}</source>
      <translation>Kein Array kann gezeigt werden. {said}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/batches.py" />
      <source>No column can be shown. {said}</source>
      <translation>Keine Spalte kann gezeigt werden. {said}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>No column can be shown: {why}.</source>
      <translation>Keine Spalte kann gezeigt werden: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>No file is open</source>
      <translation>Keine Datei ist offen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>No file was opened yet</source>
      <translation>Noch keine Datei wurde geöffnet</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>No layer masks it: {padding} of {steps} are read as data.</source>
      <translation>Keine Schicht maskiert es: Es gibt {steps}, davon {padding} Padding, das als Daten gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>No recipe was opened or saved yet</source>
      <translation>Noch wurde kein Rezept geöffnet oder gesichert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>No row holds “{word}”. {searched}</source>
      <translation>Keine Zeile enthält „{word}“. {searched}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>No row is left by the filter.</source>
      <translation>Der Filter lässt keine Zeile übrig.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>No row is selected.</source>
      <translation>Keine Zeile ist gewählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/view.py" />
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>No row is selected. Press Down, or click a row in the heatmap or the table.</source>
      <translation>Keine Zeile ist gewählt. Drücken Sie die Pfeiltaste nach unten, oder klicken Sie in der Heatmap oder der Tabelle auf eine Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>No row is shown. Let the filter go to see images.</source>
      <translation>Keine Zeile wird gezeigt. Heben Sie den Filter auf, um Bilder zu sehen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>No template suits this tensor's shape and dtype.</source>
      <translation>Keine Vorlage passt zu Form und Dtype dieses Tensors.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/frames.py" />
      <location filename="../../padviewer/core/recipe.py" />
      <source>None of the columns holds sequences: {columns}.</source>
      <translation>Keine der Spalten enthält Sequenzen: {columns}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/steps.py" />
      <source>Not copied, {rows}: more than {most} steps.</source>
      <translation>Nicht kopiert, {rows}: mehr als {most} Schritte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Not opened</source>
      <translation>Nicht geöffnet</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>Nothing is called “{typed}”.</source>
      <translation>Nichts heißt „{typed}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>Nothing is uploaded. Files are read in a separate process.</source>
      <translation>Nichts wird hochgeladen. Dateien werden in einem eigenen Prozess gelesen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>Nothing to report for {count} rows.</source>
      <comment>Nothing to report for {count} row.</comment>
      <translation>
        <numerusform>Nichts zu melden bei {count} Zeile.</numerusform>
        <numerusform>Nichts zu melden bei {count} Zeilen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>NumPy archive</source>
      <translation>NumPy-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>NumPy file</source>
      <translation>NumPy-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>NumPy folder</source>
      <translation>NumPy-Ordner</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Number of a row; Return goes there.</source>
      <translation>Nummer einer Zeile; die Eingabetaste geht dorthin.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Numbers in the cells</source>
      <translation>Zahlen in den Zellen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Numbers with a decimal comma</source>
      <translation>Zahlen mit Dezimalkomma</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Numbers with a decimal point</source>
      <translation>Zahlen mit Dezimalpunkt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Numbers, the rest missing</source>
      <translation>Zahlen, der Rest fehlt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged.py" />
      <source>Offsets must ascend from 0 or more to at most the number of values, {values}.</source>
      <translation>Offsets müssen von 0 oder mehr bis höchstens zur Zahl der Werte, {values}, ansteigen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged.py" />
      <source>Offsets must be a one-dimensional int64 array, not empty.</source>
      <translation>Offsets müssen ein eindimensionales int64-Array sein, nicht leer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>On</source>
      <translation>An</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>On Debian and Ubuntu: sudo apt install {packages}.</source>
      <translation>Unter Debian und Ubuntu: sudo apt install {packages}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>One column stays the sequence.</source>
      <translation>Eine Spalte bleibt die Sequenz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>One of its cells</source>
      <translation>Eine seiner Zellen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>One of {n} features</source>
      <translation>Eines von {n} Merkmalen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>One pixel per cell</source>
      <translation>Ein Pixel je Zelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>One row in full: its source text, the words it is split into, their ids, the position of each in the tensor, and the mask, before and after cutting and padding. [ and ] go to the previous and the next row that is cut.</source>
      <translation>Eine Zeile ganz: ihr Text aus der Quelle, die Wörter, in die er geteilt wird, ihre Ids, die Position jedes Worts im Tensor, und die Maske, vor und nach Abschneiden und Auffüllen. [ und ] gehen zur vorigen und zur nächsten abgeschnittenen Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Only a column of texts is cut into {by}; this one holds {kind} values.</source>
      <translation>Nur eine Spalte von Texten wird in {by} geteilt; diese enthält Werte der Art {kind}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Only cut rows</source>
      <translation>Nur abgeschnittene Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Only marked rows</source>
      <translation>Nur markierte Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Only rows with findings</source>
      <translation>Nur Zeilen mit Befunden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Only whole numbers are shifted; this column holds {kind} values.</source>
      <translation>Nur ganze Zahlen werden verschoben; diese Spalte enthält Werte der Art {kind}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>Open a .keras file.</source>
      <translation>Öffnen Sie eine .keras-Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Open a Keras model</source>
      <translation>Ein Keras-Modell öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Open a dataset</source>
      <translation>Daten öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <location filename="../../padviewer/gui/tasks/planned.py" />
      <source>Open a dataset first.</source>
      <translation>Öffnen Sie zuerst Daten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>Open a file that Keras wrote with model.save("model.keras").</source>
      <translation>Öffnen Sie eine Datei, die Keras mit model.save("model.keras") geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Open a file to export it.</source>
      <translation>Öffnen Sie eine Datei, um sie zu exportieren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Open a file to find a word.</source>
      <translation>Öffnen Sie eine Datei, um ein Wort zu suchen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <location filename="../../padviewer/gui/views/row/view.py" />
      <location filename="../../padviewer/gui/views/series/view.py" />
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>Open a file to see its rows.</source>
      <translation>Öffnen Sie eine Datei, um ihre Zeilen zu sehen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Open a file with data; a second one in a second window</source>
      <translation>Eine Datei mit Daten öffnen; eine zweite in einem zweiten Fenster</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Open a file, or drop one on the window: sequences, series, images or rows of numbers in CSV, JSON, Parquet, Arrow or NumPy files. The samples show what to look for. Nothing is uploaded; a file is read in a process of its own, so a damaged one cannot take the window down.</source>
      <translation>Öffnen Sie eine Datei, oder legen Sie eine auf dem Fenster ab: Sequenzen, Reihen, Bilder oder Zeilen aus Zahlen in CSV-, JSON-, Parquet-, Arrow- oder NumPy-Dateien. Die Beispiele zeigen, worauf zu achten ist. Nichts wird hochgeladen; eine Datei wird in einem eigenen Prozess gelesen, sodass eine beschädigte das Fenster nicht mitreißt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Open a file: the model is built for its rows.</source>
      <translation>Öffnen Sie eine Datei: Das Modell wird für ihre Zeilen gebaut.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Open a model</source>
      <translation>Ein Modell öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Open a model or start from a template.</source>
      <translation>Öffnen Sie ein Modell, oder beginnen Sie mit einer Vorlage.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Open a recipe</source>
      <translation>Ein Rezept öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>Open and save the workbook in Excel or LibreOffice, which work formulas out.</source>
      <translation>Öffnen und speichern Sie die Arbeitsmappe in Excel oder LibreOffice: Die rechnen Formeln aus.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Open another</source>
      <translation>Andere öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Open another file in place of this one</source>
      <translation>Eine andere Datei an Stelle dieser öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>Open file</source>
      <translation>Datei öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Open here</source>
      <translation>Hier öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Open it again to read them all.</source>
      <translation>Öffnen Sie sie noch einmal, um alle zu lesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <location filename="../../padviewer/core/store/fill.py" />
      <source>Open it again when nothing writes to it.</source>
      <translation>Öffnen Sie sie noch einmal, wenn nichts mehr in sie schreibt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Open it on a machine with more memory.</source>
      <translation>Öffnen Sie es auf einem Rechner mit mehr Speicher.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>Open it with the PadViewer that wrote it.</source>
      <translation>Öffnen Sie es mit dem PadViewer, der es geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Open model</source>
      <translation>Modell öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Open recipe</source>
      <translation>Rezept öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/planner.py" />
      <location filename="../../padviewer/core/store/column.py" />
      <location filename="../../padviewer/core/store/derived.py" />
      <location filename="../../padviewer/core/store/folder.py" />
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Open the file again.</source>
      <translation>Öffnen Sie die Datei noch einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/footer.py" />
      <source>Open the file that holds the rows.</source>
      <translation>Öffnen Sie die Datei, die die Zeilen enthält.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Open the last file</source>
      <translation>Die letzte Datei öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>Open this file again</source>
      <translation>Diese Datei wieder öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>Open this sample</source>
      <translation>Dieses Beispiel öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <source>Open {file}</source>
      <translation>{file} öffnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Opening the model …</source>
      <translation>Öffnet das Modell …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Opening {file}</source>
      <translation>Öffnet {file}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/model_link.py" />
      <source>Opening {file} was stopped.</source>
      <translation>Das Öffnen von {file} wurde angehalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Order of the rows</source>
      <translation>Reihenfolge der Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Others …</source>
      <translation>Andere …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Out</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <source>Output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Output units</source>
      <translation>Ausgabe-Einheiten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <source>Pad and cut</source>
      <translation>Auffüllen und abschneiden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/labels.py" />
      <source>Pad it beside the other tensor (--companion {name}=-100 on the command line), or ignore the column.</source>
      <translation>Füllen Sie sie neben dem anderen Tensor auf (--companion {name}=-100 auf der Befehlszeile), oder ignorieren Sie die Spalte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>PadViewer</source>
      <translation>PadViewer</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/files.py" />
      <source>PadViewer cannot keep the rows on the disk: {reason}.</source>
      <translation>PadViewer kann die Zeilen nicht auf der Platte halten: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>PadViewer ended unexpectedly. It had {files} open.</source>
      <translation>PadViewer wurde unerwartet beendet. Offen war: {files}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>PadViewer made a mistake</source>
      <translation>PadViewer hat einen Fehler gemacht</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Padding</source>
      <translation>Padding</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Padding basics</source>
      <translation>Grundlagen des Paddings</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Padding {value}</source>
      <translation>Padding {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: masked.</source>
      <translation>Padding: maskiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: none in these tensors.</source>
      <translation>Padding: keines in diesen Tensoren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: not known yet. The masked steps are being counted.</source>
      <translation>Padding: noch nicht bekannt. Die maskierten Schritte werden gezählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: not known.</source>
      <translation>Padding: nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: not known. The config of {model} does not tell its layers.</source>
      <translation>Padding: nicht bekannt. Die Konfiguration von {model} nennt ihre Schichten nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: not known. The tensors do not match the inputs of {model}.</source>
      <translation>Padding: nicht bekannt. Die Tensoren passen nicht zu den Eingaben von {model}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: not masked.</source>
      <translation>Padding: nicht maskiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Padding: partly masked.</source>
      <translation>Padding: teilweise maskiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/panes.py" />
      <source>Panels</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Params</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>Parquet</source>
      <translation>Parquet</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Parts of the settings file cannot be read and are ignored.</source>
      <translation>Teile der Einstellungsdatei sind nicht lesbar und werden ignoriert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/levels.py" />
      <source>Percentiles go from 0 to 100.</source>
      <translation>Perzentile gehen von 0 bis 100.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged.py" />
      <source>Pieces of one column differ: {kinds}.</source>
      <translation>Stücke einer Spalte unterscheiden sich: {kinds}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/column.py" />
      <source>Pieces of one column differ: {signature} and {piece}.</source>
      <translation>Stücke einer Spalte unterscheiden sich: {signature} und {piece}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Pin marked rows</source>
      <translation>Markierte Zeilen anheften</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Pin row</source>
      <translation>Zeile anheften</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Pin the first seven marked rows</source>
      <translation>Die ersten sieben markierten Zeilen anheften</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Pooling</source>
      <translation>Pooling</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>Position</source>
      <translation>Position</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>Position {column}, padding, value {after}.</source>
      <translation>Position {column}, Padding, Wert {after}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>Position {column}, step {step}, padding on an inner axis, value {after}.</source>
      <translation>Position {column}, Schritt {step}, Padding auf einer inneren Achse, Wert {after}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>Position {column}, step {step}, {before}, in the tensor {after}, real.</source>
      <translation>Position {column}, Schritt {step}, {before}, im Tensor {after}, echt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>Position {position} is padding that repeats step {step}.</source>
      <translation>Position {position} ist Padding, das Schritt {step} wiederholt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>Position {position} is padding.</source>
      <translation>Position {position} ist Padding.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Post</source>
      <translation>Post</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Pre</source>
      <translation>Pre</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Preset {name}</source>
      <translation>Voreinstellung {name}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Presets</source>
      <translation>Voreinstellungen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Previous cut row</source>
      <translation>Vorige abgeschnittene Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Previous hit</source>
      <translation>Voriger Treffer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Previous hit (Shift+F3)</source>
      <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Previous marked row</source>
      <translation>Vorige markierte Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Previous panel</source>
      <translation>Voriger Bereich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>Put a number where a value is missing, or choose dtype float32 and NaN.</source>
      <translation>Setzen Sie eine Zahl, wo ein Wert fehlt, oder wählen Sie den Dtype float32 und NaN.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>Put quotes around cells that hold the delimiter, or read it as ragged lines.</source>
      <translation>Setzen Sie Zellen mit dem Trennzeichen in Anführungszeichen, oder lesen Sie die Datei als ungleich lange Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Python for models</source>
      <translation>Python für Modelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>Qt has no platform “{platform}”.</source>
      <translation>Qt hat keine Plattform „{platform}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/ragged_rows.py" />
      <source>Ragged rows are not written as “{suffix}”.</source>
      <translation>Zeilen ungleicher Länge werden nicht als „{suffix}“ geschrieben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>Read another one as the table: --table {other}.</source>
      <translation>Lesen Sie eine andere als Tabelle: --table {other}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>Read as</source>
      <translation>Gelesen als</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read as a long table</source>
      <translation>Als lange Tabelle lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read as numbers, the rest missing</source>
      <translation>Als Zahlen lesen, der Rest fehlt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read as text</source>
      <translation>Als Text lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/numbers.py" />
      <source>Read every line as a row of its own: --shape ragged-lines.</source>
      <translation>Lesen Sie jede Textzeile als eigene Zeile: --shape ragged-lines.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <source>Read every line as a text: --shape lines.</source>
      <translation>Lesen Sie jede Textzeile als Text: --shape lines.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/cells.py" />
      <source>Read every list as a row of steps: --shape rows.</source>
      <translation>Lesen Sie jede Liste als Zeile von Schritten: --shape rows.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Read it again</source>
      <translation>Neu lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Read it as a long table: --long {said}.</source>
      <translation>Lesen Sie es als lange Tabelle: --long {said}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>Read it as a table of its own: --table {name}.</source>
      <translation>Lesen Sie es als eigene Tabelle: --table {name}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <source>Read more</source>
      <translation>Mehr dazu</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <source>Read more: {page}</source>
      <translation>Mehr dazu: {page}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/plain.py" />
      <source>Read numbers with --shape ragged-lines.</source>
      <translation>Lesen Sie Zahlen mit --shape ragged-lines.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read one row a key</source>
      <translation>Eine Zeile je Schlüssel lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/columns.py" />
      <source>Read the column as text to keep them.</source>
      <translation>Lesen Sie die Spalte als Text, um sie zu behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Read the pages about the window, formats and findings</source>
      <translation>Die Seiten über Fenster, Formate und Befunde lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read them as columns</source>
      <translation>Als Spalten lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Read them as columns: --shape columns.</source>
      <translation>Lesen Sie sie als Spalten: --shape columns.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Read them as one row a key: --shape keys.</source>
      <translation>Lesen Sie sie als eine Zeile je Schlüssel: --shape keys.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read with a decimal comma</source>
      <translation>Mit Dezimalkomma lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Read with a decimal point</source>
      <translation>Mit Dezimalpunkt lesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Read “{column}” as</source>
      <translation>„{column}“ lesen als</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>Read “{name}” as numbers, the rest missing (--read-as “{name}=numbers”).</source>
      <translation>Lesen Sie „{name}“ als Zahlen, den Rest als fehlend (--read-as „{name}=numbers“).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>Read “{name}” as numbers, the rest missing: --read-as “{name}=numbers”.</source>
      <translation>Lesen Sie „{name}“ als Zahlen, den Rest als fehlend: --read-as „{name}=numbers“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>Read “{name}” as text to keep every cell (--read-as “{name}=text”).</source>
      <translation>Lesen Sie „{name}“ als Text, um jede Zelle zu behalten (--read-as „{name}=text“).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>Read “{name}” as text to keep every value: --read-as “{name}=text”.</source>
      <translation>Lesen Sie „{name}“ als Text, um jeden Wert zu behalten: --read-as „{name}=text“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/limits.py" />
      <source>Reading this takes {needed} GB, more than a quarter of this machine's memory ({memory_limit} GB).</source>
      <translation>Das Lesen braucht {needed} GB, mehr als ein Viertel des Speichers dieses Rechners ({memory_limit} GB).</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Reading {file}</source>
      <translation>Liest {file}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Reading {file} stopped after {count} rows.</source>
      <comment>Reading {file} stopped after {count} row.</comment>
      <translation>
        <numerusform>Das Lesen von {file} endete nach {count} Zeile.</numerusform>
        <numerusform>Das Lesen von {file} endete nach {count} Zeilen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Reading {file} was stopped before its first rows came.</source>
      <translation>Das Lesen von {file} wurde angehalten, ehe die ersten Zeilen kamen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>Reading {file}, {count} rows so far</source>
      <comment>Reading {file}, {count} row so far</comment>
      <translation>
        <numerusform>Liest {file}, bisher {count} Zeile</numerusform>
        <numerusform>Liest {file}, bisher {count} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>Recent files</source>
      <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Recent recipes</source>
      <translation>Letzte Rezepte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <location filename="../../padviewer/gui/window/still.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>Recipe of last time</source>
      <translation>Rezept vom letzten Mal</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>Recipe {file}</source>
      <translation>Rezept {file}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Recipes ({pattern})</source>
      <translation>Rezepte ({pattern})</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Recurrent units</source>
      <translation>Rekurrente Einheiten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Reduced motion</source>
      <translation>Weniger Bewegung</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Refuse</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Rename it to {stem}.keras.</source>
      <translation>Benennen Sie es um in {stem}.keras.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>Rename it to {suffixes}.</source>
      <translation>Benennen Sie sie um in {suffixes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>Repair it, or check whether the file was cut off.</source>
      <translation>Reparieren Sie es, oder prüfen Sie, ob die Datei abgebrochen ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Replace it</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <location filename="../../padviewer/models/loading.py" />
      <source>Replace it by a layer of Keras and save the model again.</source>
      <translation>Ersetzen Sie sie durch eine Schicht von Keras, und speichern Sie das Modell noch einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>Restore the file, or fit the recipe again.</source>
      <translation>Stellen Sie die Datei wieder her, oder passen Sie das Rezept neu an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>Return applies a preset, Delete removes one of yours.</source>
      <translation>Die Eingabetaste wendet eine Voreinstellung an, Entf entfernt eine von Ihren.</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Reviews</source>
      <translation>Rezensionen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Right pane</source>
      <translation>Rechter Bereich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>Right-padded, p95, multiple of 8</source>
      <translation>Rechts aufgefüllt, p95, Vielfaches von 8</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Role of {column}</source>
      <translation>Rolle von {column}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <location filename="../../padviewer/gui/views/common/words.py" />
      <location filename="../../padviewer/gui/views/row/view.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Row {at} is a single value where other rows are lists.</source>
      <translation>Zeile {at} ist ein einzelner Wert, wo andere Zeilen Listen sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>Row {row}</source>
      <translation>Zeile {row}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Row {row} has steps of {values}, the other rows have steps of {common}.</source>
      <translation>In Zeile {row} hat jeder Schritt {values}, in den anderen Zeilen {common}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/cells.py" />
      <location filename="../../padviewer/core/readers/text/numbers.py" />
      <source>Row {row} has {cells}, but the table has {width}.</source>
      <translation>Zeile {row} hat {cells}, die Tabelle aber {width}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Row {row} has {steps} {first} and {others} {second}.</source>
      <translation>Zeile {row} hat {steps} {first} und {others} {second}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>Row {row} has {steps}, the others have {common} each.</source>
      <translation>Zeile {row} hat {steps}, die anderen haben je {common}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>Row {row} is an object, unlike the first.</source>
      <translation>Zeile {row} ist ein Objekt, anders als die erste.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Row {row} is empty and left out.</source>
      <translation>Zeile {row} ist leer und wird weggelassen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Row {row} is left out by the filter.</source>
      <translation>Zeile {row} ist durch den Filter weggelassen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>Row {row} is not an object, unlike the first.</source>
      <translation>Zeile {row} ist kein Objekt, anders als die erste.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>Row {row} of “{name}” holds an object with fields; earlier rows do not.</source>
      <translation>Zeile {row} von „{name}“ enthält ein Objekt mit Feldern; frühere Zeilen nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/levels.py" />
      <source>Row {row} of “{name}” holds {what} where other rows do not.</source>
      <translation>Zeile {row} von „{name}“ enthält {what}, wo andere Zeilen es nicht tun.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>Row {row} of “{name}” nests lists to a depth of {levels}, not {depth}.</source>
      <translation>Zeile {row} von „{name}“ schachtelt Listen {levels} tief, nicht {depth}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>Row {row}, {steps}, {kept} kept.</source>
      <translation>Zeile {row}, {steps}, {kept} behalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Row {row}: in the cut part.</source>
      <translation>Zeile {row}: im abgeschnittenen Teil.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Rows are given as a list of lists, not as {kind}.</source>
      <translation>Zeilen werden als Liste von Listen angegeben, nicht als {kind}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged.py" />
      <source>Rows are sliced with a step of 1.</source>
      <translation>Zeilen werden mit Schrittweite 1 ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/labels.py" />
      <source>Rows are sorted, grouped and filtered by a label of one single value a row.</source>
      <translation>Zeilen werden nach einem Label sortiert, gruppiert und gefiltert, das einen einzelnen Wert je Zeile hat.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>Rows are whole numbers, not {start}:{stop}.</source>
      <translation>Zeilen sind ganze Zahlen, nicht {start}:{stop}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Rows cut</source>
      <translation>Abgeschnittene Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>Rows go from 0 or more to a larger number, not {start}:{stop}.</source>
      <translation>Zeilen gehen von 0 oder mehr bis zu einer größeren Zahl, nicht {start}:{stop}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Rows go from 0 to {last}.</source>
      <translation>Zeilen gehen von 0 bis {last}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/tensor_plan.py" />
      <source>Rows go from 0 to {n}.</source>
      <translation>Zeilen gehen von 0 bis {n}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Rows go from {first} to {last}.</source>
      <translation>Zeilen gehen von {first} bis {last}.</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Rows of 4 numbers, some missing</source>
      <translation>Zeilen aus 4 Zahlen, einige fehlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>Rows of the table</source>
      <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Rows of unequal length become rows of maxlen steps. Padding says which side of a short row is filled, truncating which side of a long one is cut, and value what it is filled with, as in keras.utils.pad_sequences. A maxlen of p95 is the smallest that covers 95 % of the rows. The bars below are the shortest, the middle and the longest row, drawn to scale.</source>
      <translation>Zeilen ungleicher Länge werden Zeilen mit Maxlen Schritten. Padding sagt, auf welcher Seite eine kurze Zeile aufgefüllt wird, Abschneiden, auf welcher Seite eine lange gekürzt wird, und der Füllwert, womit aufgefüllt wird, wie in keras.utils.pad_sequences. Ein Maxlen von p95 ist das kleinste, das 95 % der Zeilen fasst. Die Balken unten sind die kürzeste, die mittlere und die längste Zeile, maßstäblich gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>Rows that are null: {count}. Each is read as an empty row.</source>
      <translation>Zeilen, die null sind: {count}. Jede wird als leere Zeile gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Rows whose steps have two axes as pictures, with the border between the real part and the padding drawn. Images of many sizes are padded along both axes; here you see how much of each tensor is picture.</source>
      <translation>Zeilen, deren Schritte zwei Achsen haben, als Bilder, mit der Grenze zwischen dem echten Teil und dem Padding. Bilder vieler Größen werden entlang beider Achsen aufgefüllt; hier sehen Sie, wie viel von jedem Tensor Bild ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Run it with batch_size={takes}.</source>
      <translation>Lassen Sie es mit batch_size={takes} laufen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Samples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>Save as</source>
      <translation>Speichern als</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/conversion.py" />
      <source>Save each field apart: {code}.</source>
      <translation>Speichern Sie jedes Feld für sich: {code}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Save it again with a current Keras.</source>
      <translation>Speichern Sie es noch einmal mit einem aktuellen Keras.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/documents.py" />
      <source>Save it as JSON lines: one row per line, which is read piece by piece.</source>
      <translation>Speichern Sie es als JSON-Zeilen: eine Zeile je Textzeile, die stückweise gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Save it as UTF-8 text.</source>
      <translation>Speichern Sie sie als UTF-8-Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Save it as UTF-8.</source>
      <translation>Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>Save it without the part that Keras names.</source>
      <translation>Speichern Sie es ohne den Teil, den Keras nennt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/conversion.py" />
      <source>Save its bytes as features: {code}.</source>
      <translation>Speichern Sie seine Bytes als Merkmale: {code}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Save or remove presets …</source>
      <translation>Voreinstellungen speichern oder entfernen …</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Save picture</source>
      <translation>Bild speichern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Save recipe</source>
      <translation>Rezept speichern</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>Save the arrays whole: as lists (array.tolist()), or in Parquet or NPZ.</source>
      <translation>Speichern Sie die Arrays ganz: als Listen (array.tolist()), oder in Parquet oder NPZ.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>Save the data as a file first.</source>
      <translation>Speichern Sie die Daten zuerst als Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>Save the data as numbers, texts or lists of them.</source>
      <translation>Speichern Sie die Daten als Zahlen, Texte oder Listen davon.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>Save the file again with numpy.savez or numpy.savez_compressed.</source>
      <translation>Speichern Sie die Datei noch einmal mit numpy.savez oder numpy.savez_compressed.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Save the file as UTF-8.</source>
      <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>Save the labels again with one entry a row, or leave them out of the file.</source>
      <translation>Speichern Sie die Labels neu mit einem Eintrag je Zeile, oder lassen Sie sie aus der Datei weg.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>Save the model again with a current Keras.</source>
      <translation>Speichern Sie das Modell noch einmal mit einem aktuellen Keras.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Save the picture …</source>
      <translation>Das Bild speichern …</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/conversion.py" />
      <source>Save the real and the imaginary part as two features: {code}.</source>
      <translation>Speichern Sie Real- und Imaginärteil als zwei Merkmale: {code}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>Save the recipe</source>
      <translation>Das Rezept speichern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Save the recipe as a file</source>
      <translation>Das Rezept als Datei speichern</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>Save the sheet as CSV. PadViewer reads: {names}.</source>
      <translation>Speichern Sie das Blatt als CSV. PadViewer liest: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/guard.py" />
      <source>Save the workbook again with the program that it comes from.</source>
      <translation>Speichern Sie die Arbeitsmappe noch einmal mit dem Programm, aus dem sie kommt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/conversion.py" />
      <source>Save them with 64 bits, which rounds them: {code}.</source>
      <translation>Speichern Sie sie mit 64 Bit, was sie rundet: {code}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Save this view as PNG or SVG</source>
      <translation>Diese Ansicht als PNG oder SVG speichern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Save to</source>
      <translation>Speichern unter</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>Save what you need of it as a column of numbers, texts or lists.</source>
      <translation>Speichern Sie, was Sie davon brauchen, als Spalte von Zahlen, Texten oder Listen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Say its encoding (--encoding cp1252), or save the file as UTF-8.</source>
      <translation>Nennen Sie ihre Kodierung (--encoding cp1252), oder speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Say where to save the file.</source>
      <translation>Sagen Sie, wo die Datei gespeichert wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Scale</source>
      <translation>Skala</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/finder.py" />
      <source>Searching</source>
      <translation>Sucht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>See what padding, maxlen and masks do to your data before the model does.</source>
      <translation>Sehen Sie vor dem Modell, was Padding, Maxlen und Masken mit Ihren Daten machen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/words.py" />
      <source>Select a cell to read its row.</source>
      <translation>Wählen Sie eine Zelle, um ihre Zeile zu lesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/cell_text.py" />
      <location filename="../../padviewer/core/picture/code.py" />
      <source>Select fewer cells, or export the tensor.</source>
      <translation>Wählen Sie weniger Zellen, oder exportieren Sie den Tensor.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/common/strip.py" />
      <source>Selected row</source>
      <translation>Gewählte Zeile</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Sensors</source>
      <translation>Sensoren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Sequence</source>
      <translation>Sequenz</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/views/series/view.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Series</source>
      <translation>Reihen</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Series of 6 features, with gaps</source>
      <translation>Reihen mit 6 Merkmalen, mit Lücken</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/plan.py" />
      <source>Set a smaller maxlen or a narrower dtype.</source>
      <translation>Setzen Sie ein kleineres Maxlen oder einen schmaleren Dtype.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>Set dtype to {dtype}.</source>
      <translation>Setzen Sie den Dtype auf {dtype}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>Set maxlen to {maxlen}, or the multiple to {multiple}.</source>
      <translation>Setzen Sie Maxlen auf {maxlen}, oder das Vielfache auf {multiple}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>Set maxlen to {maxlen}.</source>
      <translation>Setzen Sie Maxlen auf {maxlen}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Set maxlen to {most}.</source>
      <translation>Setzen Sie Maxlen auf {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Set maxlen to {p99}, which is p99.</source>
      <translation>Setzen Sie Maxlen auf {p99}, das ist p99.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Set maxlen to {p99}, which is p99: with {most} {share} would be padding.</source>
      <translation>Setzen Sie maxlen auf {p99}, also p99: Mit {most} wären {share} Padding.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Set maxlen to {wanted}, or build the model for {given}.</source>
      <translation>Setzen Sie Maxlen auf {wanted}, oder bauen Sie das Modell für {given}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Set padding to post where the model runs on a GPU.</source>
      <translation>Setzen Sie Padding auf post, wenn das Modell auf einer GPU läuft.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/remedies.py" />
      <source>Set the fill value to {value}, which {layer} masks.</source>
      <translation>Setzen Sie den Füllwert auf {value}, den {layer} maskiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>Set the maxlen of axis {axis} to {most}.</source>
      <translation>Setzen Sie das Maxlen von Achse {axis} auf {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>Set the maxlen of this axis to {wanted} where it is ragged, or build the model for {given}.</source>
      <translation>Setzen Sie Maxlen dieser Achse auf {wanted}, wo sie ungleich lang ist, oder bauen Sie das Modell für {given}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/remedies.py" />
      <source>Set the mode to constant.</source>
      <translation>Setzen Sie den Modus auf constant.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>Shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Shapes</source>
      <translation>Formen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Shapes: do not fit. {takes}</source>
      <translation>Formen: passen nicht. {takes}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Shapes: fit. {takes}</source>
      <translation>Formen: passen. {takes}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>Share of padding of {block} per pixel.</source>
      <translation>Anteil an Padding von {block} je Pixel.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Sharpness</source>
      <translation>Schärfe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Shift ids</source>
      <translation>Ids verschieben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Shift ids by {value}</source>
      <translation>Ids um {value} verschieben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>Shift ids by {value}, fill value {other}</source>
      <translation>Ids um {value} verschieben, Füllwert {other}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/remedies.py" />
      <source>Shift the ids so that they begin at 1.</source>
      <translation>Verschieben Sie die Ids so, dass sie bei 1 beginnen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Shifted by {by}, a value does not fit {dtype}.</source>
      <translation>Um {by} verschoben, passt ein Wert nicht in {dtype}.</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Shopping baskets of product names</source>
      <translation>Warenkörbe aus Produktnamen</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Short rows of integers, one empty</source>
      <translation>Kurze Zeilen aus ganzen Zahlen, eine leer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <location filename="../../padviewer/gui/views/cells.py" />
      <source>Shortest first</source>
      <translation>Kürzeste zuerst</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Shortest, middle and longest row</source>
      <translation>Kürzeste, mittlere und längste Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show a row by its number</source>
      <translation>Eine Zeile nach ihrer Nummer zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show all rows and steps at once</source>
      <translation>Alle Zeilen und Schritte auf einmal zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show all steps of the rows</source>
      <translation>Alle Schritte der Zeilen zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show every cell as one pixel</source>
      <translation>Jede Zelle als ein Pixel zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>Show less of the text (Enter)</source>
      <translation>Weniger Text zeigen (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show one row in full</source>
      <translation>Eine Zeile ganz zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/panel.py" />
      <source>Show row</source>
      <translation>Zeile zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/panel.py" />
      <source>Show rows</source>
      <translation>Zeilen zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show rows as images</source>
      <translation>Zeilen als Bilder zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show rows as lines</source>
      <translation>Zeilen als Linien zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show the profiles of a row and a step</source>
      <translation>Die Profile einer Zeile und eines Schritts zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show the rows as a table</source>
      <translation>Die Zeilen als Tabelle zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show the values as colours</source>
      <translation>Die Werte als Farben zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>Show the whole text (Enter)</source>
      <translation>Den ganzen Text zeigen (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>Show this column</source>
      <translation>Diese Spalte zeigen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Show which steps are real</source>
      <translation>Zeigen, welche Schritte echt sind</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>Size of text and controls</source>
      <translation>Größe von Text und Bedienelementen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Smaller</source>
      <translation>Kleiner</translation>
    </message>
    <message>
      <location filename="../../padviewer/workers/said.py" />
      <source>Something unexpected happened ({error}).</source>
      <translation>Etwas Unerwartetes ist passiert ({error}).</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>Something went wrong with the {channel}. {problem}</source>
      <translation>Etwas ist schiefgegangen: {channel}. {problem}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Sort by this</source>
      <translation>Danach sortieren</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>Sort by this: {order}</source>
      <translation>Danach sortieren: {order}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>Sorting rows</source>
      <translation>Sortiert Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>Source step</source>
      <translation>Schritt der Quelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>Source value</source>
      <translation>Wert der Quelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Split on</source>
      <translation>Teilen an</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Split on characters</source>
      <translation>In Zeichen teilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>Split on white space</source>
      <translation>An Leerraum teilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/limits.py" />
      <source>Split the file, or save it in a format that is read piece by piece, such as Parquet.</source>
      <translation>Teilen Sie die Datei, oder speichern Sie sie in einem Format, das stückweise gelesen wird, wie Parquet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/window/start.py" />
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>Start it in a desktop session, or write a picture with --render FILE.png.</source>
      <translation>Starten Sie es in einer Desktop-Sitzung, oder schreiben Sie ein Bild mit --render FILE.png.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>Start the model with keras.Input, or call it on data before saving.</source>
      <translation>Beginnen Sie das Modell mit keras.Input, oder rufen Sie es vor dem Speichern mit Daten auf.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/summary.py" />
      <source>Start the model with keras.Input, or call it on data.</source>
      <translation>Beginnen Sie das Modell mit keras.Input, oder rufen Sie es mit Daten auf.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Start the model with keras.Input.</source>
      <translation>Beginnen Sie das Modell mit keras.Input.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/window/status.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>Step {step}, {before}, cut: the tensor does not have it.</source>
      <translation>Schritt {step}, {before}, abgeschnitten: Der Tensor hat ihn nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>Step {step}.</source>
      <translation>Schritt {step}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>Step {step}: {value}.</source>
      <translation>Schritt {step}: {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/dense.py" />
      <source>Steps at the ends of rows that hold only {what} were read as padding: {count}.</source>
      <translation>Schritte an Zeilenenden, die nur {what} enthalten, wurden als Padding gelesen: {count}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Steps from</source>
      <translation>Schritte von</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>Steps kept</source>
      <translation>Behaltene Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>Steps of the row</source>
      <translation>Schritte der Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>Steps of the table</source>
      <translation>Schritte der Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/window/status.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Stop reading, encoding, counting, a search, an export</source>
      <translation>Lesen, Kodieren, Zählen, eine Suche oder einen Export anhalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Stop searching (Esc)</source>
      <translation>Die Suche anhalten (Esc)</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/errors.py" />
      <source>Stopped on request.</source>
      <translation>Auf Wunsch angehalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Symmetric around 0</source>
      <translation>Symmetrisch um 0</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>Table, {column} → {tensor}</source>
      <translation>Tabelle, {column} → {tensor}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <source>Take it out of the recipe's table “reading”, or give the file it was made for.</source>
      <translation>Nehmen Sie es aus der Tabelle „reading“ des Rezepts, oder geben Sie die Datei an, für die es gemacht wurde.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Take the last change back</source>
      <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Takes {takes}, gets nothing</source>
      <translation>Nimmt {takes}, bekommt nichts</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>Takes {takes}, gets {gets}</source>
      <translation>Nimmt {takes}, bekommt {gets}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/rereading.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/records.py" />
      <source>Text follows a closing quote; perhaps a quote further up is not closed.</source>
      <translation>Text folgt auf ein schließendes Anführungszeichen; vielleicht ist eines weiter oben nicht geschlossen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Texts and lines stay sharp at any size; the cells are an image inside.</source>
      <translation>Texte und Linien bleiben in jeder Größe scharf; die Zellen sind ein Bild darin.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Texts are cut into words or characters, not “{by}”.</source>
      <translation>Texte werden in Wörter oder Zeichen geteilt, nicht „{by}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>Texts can be shown with at most two axes.</source>
      <translation>Texte können mit höchstens zwei Achsen gezeigt werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/guard.py" />
      <source>The Arrow file is damaged or cut off: it declares sizes that do not fit it.</source>
      <translation>Die Arrow-Datei ist beschädigt oder abgebrochen: Sie nennt Größen, die nicht zu ihr passen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/ipc.py" />
      <source>The Arrow file's messages do not stand where they should.</source>
      <translation>Die Nachrichten der Arrow-Datei stehen nicht, wo sie sollten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>The Embedding has no input_dim.</source>
      <translation>Das Embedding hat kein input_dim.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>The NPY array is damaged or cut off: {why}.</source>
      <translation>Das NPY-Array ist beschädigt oder abgebrochen: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>The NPZ file is damaged or cut off: {why}.</source>
      <translation>Die NPZ-Datei ist beschädigt oder abgebrochen: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/parquet.py" />
      <source>The Parquet file says it has {rows} and holds {taken}.</source>
      <translation>Die Parquet-Datei nennt {rows} und enthält {taken}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/limits.py" />
      <source>The archive has {members} members; at most {most} are read.</source>
      <translation>Das Archiv hat {members} Einträge; höchstens {most} werden gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The archive has {names} members; the limit is {most_members}.</source>
      <translation>Das Archiv hat {names} Einträge; die Grenze ist {most_members}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The archive holds {name}, which points outside of it.</source>
      <translation>Das Archiv enthält {name}, das aus ihm hinausweist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The archive holds {twice} twice, so that two programs may read two models.</source>
      <translation>Das Archiv enthält {twice} zweimal, sodass zwei Programme zwei Modelle lesen können.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>The archive holds “{name}”, which is no .npy array.</source>
      <translation>Das Archiv enthält „{name}“, das kein .npy-Array ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>The array has named fields (a structured dtype), which PadViewer does not read.</source>
      <translation>Das Array hat benannte Felder (einen strukturierten Dtype), die PadViewer nicht liest.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>The array has {shape} axes; at most {rank} can be shown.</source>
      <translation>Das Array hat {shape} Achsen; höchstens {rank} können gezeigt werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>The array holds pickled Python objects; reading them could run any code, so PadViewer does not.</source>
      <translation>Das Array enthält mit pickle gespeicherte Python-Objekte; sie zu lesen könnte beliebigen Code ausführen, also tut PadViewer es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npy.py" />
      <source>The array is a single value, without rows.</source>
      <translation>Das Array ist ein einzelner Wert, ohne Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>The array is encrypted.</source>
      <translation>Das Array ist verschlüsselt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>The array is packed with a method other than deflate.</source>
      <translation>Das Array ist mit einem anderen Verfahren als deflate gepackt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <location filename="../../padviewer/core/readers/arrays/exports.py" />
      <source>The array of bytes holds bytes that are not UTF-8 text.</source>
      <translation>Das Byte-Array enthält Bytes, die kein UTF-8-Text sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/npz.py" />
      <source>The array “recipe” is damaged: {error}.</source>
      <translation>Das Array „recipe“ ist beschädigt: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/npz.py" />
      <source>The array “recipe” is no text.</source>
      <translation>Das Array „recipe“ ist kein Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/folder.py" />
      <source>The arrays in this folder do not have the same rows; some are of another export.</source>
      <translation>Die Arrays in diesem Ordner haben nicht dieselben Zeilen; einige sind von einem anderen Export.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/plan.py" />
      <source>The arrays take {total}, this machine has {memory} of memory. The export is written piece by piece, but nothing here can load it whole.</source>
      <translation>Die Arrays brauchen {total}, dieser Rechner hat {memory} Speicher. Der Export wird stückweise geschrieben, aber nichts hier kann ihn ganz laden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/block.py" />
      <source>The buffer's {what} is {dtype} {shape}, the block's {wanted_dtype} {wanted}.</source>
      <translation>Der Puffer hat {what} {dtype} {shape}, der Block {wanted_dtype} {wanted}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>The cache is a whole number from {least} to {most} GB.</source>
      <translation>Der Zwischenspeicher ist eine ganze Zahl von {least} bis {most} GB.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/planned.py" />
      <source>The choices before hold again.</source>
      <translation>Die Angaben von vorher gelten wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>The class of layer {name}</source>
      <translation>Die Klasse der Schicht {name}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>The column holds {kind} values and is filled with {wanted}, not {value}.</source>
      <translation>Die Spalte enthält Werte der Art {kind} und wird mit {wanted} gefüllt, nicht mit {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <location filename="../../padviewer/core/readers/csv/delimited.py" />
      <source>The column “{name}” cannot be read as “{way}”.</source>
      <translation>Die Spalte „{name}“ kann nicht als „{way}“ gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>The column “{name}” holds one value a row, no sequence.</source>
      <translation>Die Spalte „{name}“ enthält einen Wert je Zeile, keine Sequenz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/frames.py" />
      <location filename="../../padviewer/core/recipe.py" />
      <source>The column “{name}” holds one {kind} value a row, no sequence.</source>
      <translation>Die Spalte „{name}“ enthält einen Wert je Zeile ({kind}), keine Sequenz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>The column “{name}” holds {kind} values and needs {needed} to be padded.</source>
      <translation>Die Spalte „{name}“ enthält Werte der Art {kind} und braucht {needed}, um aufgefüllt zu werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>The column “{name}” is left out: it holds {why}.</source>
      <translation>Die Spalte „{name}“ ist weggelassen: Sie enthält {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>The columns are still being encoded. Export when that is done.</source>
      <translation>Die Spalten werden noch kodiert. Exportieren Sie danach.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/column_names.py" />
      <source>The columns are: {columns}.</source>
      <translation>Die Spalten sind: {columns}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>The columns have different numbers of rows: {counts}.</source>
      <translation>Die Spalten haben verschieden viele Zeilen: {counts}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/dataset.py" />
      <source>The columns have different numbers of rows: {said}.</source>
      <translation>Die Spalten haben verschieden viele Zeilen: {said}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <source>The columns have names of {levels} levels.</source>
      <translation>Die Spalten haben Namen aus {levels} Ebenen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>The columns hold no row.</source>
      <translation>Die Spalten enthalten keine Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The columns of the file, each with its kind, its lengths and its role. A column with the role sequence becomes a tensor; a label or a weight goes beside it; the others are left out. “Read as” changes how the file is understood, such as the sign between cells, and reads it again.</source>
      <translation>Die Spalten der Datei, jede mit ihrer Art, ihren Längen und ihrer Rolle. Eine Spalte mit der Rolle Sequenz wird ein Tensor; ein Label oder ein Gewicht kommt daneben; die anderen werden weggelassen. „Gelesen als“ ändert, wie die Datei verstanden wird, etwa das Zeichen zwischen den Zellen, und liest sie neu.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The content of this file is of no format that PadViewer knows.</source>
      <translation>Der Inhalt dieser Datei hat kein Format, das PadViewer kennt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The disk is full; nothing was written.</source>
      <translation>Die Platte ist voll; nichts wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The disk is read-only</source>
      <translation>Die Platte ist schreibgeschützt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The disk reports an error</source>
      <translation>Die Platte meldet einen Fehler</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The dtype of the tensor. By default whole numbers are int32 where they fit and floats keep their width. A dtype that cannot hold a value, such as a fraction in an integer, is refused; you can allow it, and then every lost value is counted among the findings.</source>
      <translation>Der Dtype des Tensors. Ohne Angabe werden ganze Zahlen int32, wo sie hineinpassen, und Gleitkommazahlen behalten ihre Breite. Ein Dtype, der einen Wert nicht fasst, etwa einen Bruch in einer ganzen Zahl, wird abgelehnt; Sie können ihn erlauben, und dann steht jeder verlorene Wert unter den Befunden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/guard.py" />
      <source>The end of the Arrow file is missing.</source>
      <translation>Das Ende der Arrow-Datei fehlt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/still.py" />
      <source>The export did not end within {seconds} seconds.</source>
      <translation>Der Export endete nicht innerhalb von {seconds} Sekunden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>The export was stopped; nothing half-written remains.</source>
      <translation>Der Export wurde angehalten; nichts halb Geschriebenes bleibt zurück.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <location filename="../../padviewer/core/export/ragged_rows.py" />
      <source>The export would replace the source it is made from.</source>
      <translation>Der Export würde die Quelle ersetzen, aus der er entsteht.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/fields.py" />
      <source>The field “{field}” holds the rows; {count} other fields are left out: {names}.</source>
      <comment>The field “{field}” holds the rows; {count} other field is left out: {names}.</comment>
      <translation>
        <numerusform>Das Feld „{field}“ enthält die Zeilen; {count} anderes Feld ist weggelassen: {names}.</numerusform>
        <numerusform>Das Feld „{field}“ enthält die Zeilen; {count} andere Felder sind weggelassen: {names}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>The file appears only when it is complete.</source>
      <translation>Die Datei erscheint erst, wenn sie vollständig ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>The file beside it, {file}, says how much.</source>
      <translation>Die Datei daneben, {file}, sagt, wie viel.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The file cannot be opened: {error}.</source>
      <translation>Die Datei kann nicht geöffnet werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <source>The file cannot be read as the recipe says: {what}</source>
      <translation>Die Datei kann nicht gelesen werden, wie das Rezept sagt: {what}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The file cannot be read: {error}.</source>
      <translation>Die Datei kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The file cannot be read: {reason}.</source>
      <translation>Die Datei kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/errors.py" />
      <source>The file cannot be read: {strerror}.</source>
      <translation>Die Datei kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/fill.py" />
      <source>The file changed while it was read.</source>
      <translation>Die Datei hat sich beim Lesen geändert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The file grows beyond what this disk or system allows for one file</source>
      <translation>Die Datei wächst über das hinaus, was diese Platte oder dieses System für eine Datei erlaubt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/statistics.py" />
      <source>The file has no columns.</source>
      <translation>Die Datei hat keine Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>The file holds NUL bytes, so it is damaged, or not text.</source>
      <translation>Die Datei enthält NUL-Bytes, also ist sie beschädigt oder kein Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The file holds a recipe of several tensors, no preset. Open it as a recipe.</source>
      <translation>Die Datei enthält ein Rezept für mehrere Tensoren, keine Voreinstellung. Öffnen Sie sie als Rezept.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/plain.py" />
      <source>The file holds no line.</source>
      <translation>Die Datei enthält keine Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/delimited.py" />
      <location filename="../../padviewer/core/readers/json/documents.py" />
      <location filename="../../padviewer/core/readers/statistics.py" />
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <location filename="../../padviewer/core/readers/text/numbers.py" />
      <source>The file holds no row.</source>
      <translation>Die Datei enthält keine Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The file holds pickled Python objects. Reading them could run code from the file, so PadViewer never does.</source>
      <translation>Die Datei enthält mit pickle gespeicherte Python-Objekte. Sie zu lesen könnte Code aus der Datei ausführen, also tut PadViewer das nie.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>The file holds several tables; “{shown}” is read, left out are {others}.</source>
      <translation>Die Datei enthält mehrere Tabellen; „{shown}“ wird gelesen, weggelassen sind {others}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>The file holds {shape} pixels.</source>
      <translation>Die Datei enthält {shape} Pixel.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>The file is UTF-16 or UTF-32 text.</source>
      <translation>Die Datei ist UTF-16- oder UTF-32-Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The file is damaged: {why}.</source>
      <translation>Die Datei ist beschädigt: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The file is empty (0 bytes).</source>
      <translation>Die Datei ist leer (0 Bytes).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>The file is empty.</source>
      <translation>Die Datei ist leer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The file is larger than any preset.</source>
      <translation>Die Datei ist größer als jede Voreinstellung.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The file is larger than any recipe.</source>
      <translation>Die Datei ist größer als jedes Rezept.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The file is named {suffix} but holds {name}; it is read as {name}.</source>
      <translation>Die Datei heißt {suffix}, enthält aber {name}; sie wird als {name} gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The file is no text.</source>
      <translation>Die Datei ist kein Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The file is read-only and is left as it is.</source>
      <translation>Die Datei ist schreibgeschützt und bleibt, wie sie ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <location filename="../../padviewer/workers/data.py" />
      <source>The file is still being read.</source>
      <translation>Die Datei wird noch gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>The file is still being read. Export when all rows are there.</source>
      <translation>Die Datei wird noch gelesen. Exportieren Sie, wenn alle Zeilen da sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The file was changed while it was read.</source>
      <translation>Die Datei wurde beim Lesen geändert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>The file was not read to its end.</source>
      <translation>Die Datei ist nicht bis zu ihrem Ende gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>The fill value must be a number, not {value}.</source>
      <translation>Der Füllwert muss eine Zahl sein, nicht {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>The fill value {value} does not fit the {dtype} values of “{name}”.</source>
      <translation>Der Füllwert {value} passt nicht zu den {dtype}-Werten von „{name}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>The fill value {value} does not fit {dtype}.</source>
      <translation>Der Füllwert {value} passt nicht zu {dtype}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/classes.py" />
      <source>The first cell of all {count} lines is read as their class, “label”, and what follows as their steps; {cut}.</source>
      <comment>The first cell of {count} line is read as its class, “label”, and what follows as its steps; {cut}.</comment>
      <translation>
        <numerusform>Die erste Zelle von {count} Zeile wird als ihre Klasse gelesen, „label“, und was folgt, als ihre Schritte; {cut}.</numerusform>
        <numerusform>Die erste Zelle aller {count} Zeilen wird als ihre Klasse gelesen, „label“, und was folgt, als ihre Schritte; {cut}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>The first line names {named}, the rows have {count} more: the first ones have no name.</source>
      <comment>The first line names {named}, the rows have one more: the first column has no name.</comment>
      <translation>
        <numerusform>Die erste Zeile nennt {named}, die Zeilen haben eine mehr: Die erste Spalte hat keinen Namen.</numerusform>
        <numerusform>Die erste Zeile nennt {named}, die Zeilen haben {count} mehr: Die ersten haben keinen Namen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>The first {shown} of {characters} characters.</source>
      <translation>Die ersten {shown} von {characters} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>The first, row {row}, has {steps}; {most} have {common} each.</source>
      <translation>Die erste, Zeile {row}, hat {steps}; {most} haben je {common}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/folder.py" />
      <source>The folder cannot be read: {strerror}.</source>
      <translation>Der Ordner kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_folder.py" />
      <source>The folder holds what no export wrote, such as {strange}, and is left as it is.</source>
      <translation>Der Ordner enthält, was kein Export geschrieben hat, wie {strange}, und bleibt, wie er ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/footer.py" />
      <source>The footer of the Parquet file is damaged or cut off.</source>
      <translation>Der Fuß der Parquet-Datei ist beschädigt oder abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/opening.py" />
      <location filename="../../padviewer/core/readers/options.py" />
      <source>The format {name} has no choice of {field}.</source>
      <translation>Das Format {name} kennt keine Angabe {field}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>The format {name} has no shape “{shape}”.</source>
      <translation>Das Format {name} hat keine Form „{shape}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The formats are: {names}.</source>
      <translation>Die Formate sind: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>The greatest</source>
      <translation>Der größte Wert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/levels.py" />
      <source>The inner axes have shape {inner_shape}; there is no {at}.</source>
      <translation>Die inneren Achsen haben die Form {inner_shape}; {at} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/cells.py" />
      <location filename="../../padviewer/core/picture/pixels.py" />
      <source>The inner axes have shape {sides}; there is no {at}.</source>
      <translation>Die inneren Achsen haben die Form {sides}; {at} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>The inner lists have unequal lengths, so two axes are ragged.</source>
      <translation>Die inneren Listen sind ungleich lang, also haben zwei Achsen ungleiche Längen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>The input has no dtype.</source>
      <translation>Die Eingabe hat keinen Dtype.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>The input of an Embedding</source>
      <translation>Die Eingabe eines Embeddings</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>The inputs of {model} have other names than the tensors; by their order they would be read as {matched}. Given by name, Keras refuses them.</source>
      <translation>Die Eingaben von {model} heißen anders als die Tensoren; nach ihrer Reihenfolge würden sie gelesen: {matched}. Nach Namen angegeben, lehnt Keras sie ab.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>The integer {said} does not fit 64 bits with a sign.</source>
      <translation>Die ganze Zahl {said} passt nicht in 64 Bit mit Vorzeichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>The integer {said} does not fit 64 bits.</source>
      <translation>Die ganze Zahl {said} passt nicht in 64 Bit.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>The integer {said} stands among floats, and float64 does not hold it exactly.</source>
      <translation>Die ganze Zahl {said} steht unter Gleitkommazahlen, und float64 fasst sie nicht exakt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The keys are: {known}.</source>
      <translation>Die Schlüssel sind: {known}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>The layer {layer} is a {class_name}, which runs code from the file, so PadViewer does not load it.</source>
      <translation>Die Schicht {layer} ist eine {class_name}, die Code aus der Datei ausführt, also lädt PadViewer sie nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>The least becomes 1</source>
      <translation>Die kleinste wird 1</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>The line below the names holds units, and is no row: “{shown}”.</source>
      <translation>Die Textzeile unter den Namen enthält Einheiten und ist keine Zeile: „{shown}“.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/long.py" />
      <source>The lines of {count} “{name}” are not together, or in another order, in the file; they are put together.</source>
      <comment>The lines of {count} “{name}” are not together, or in another order, in the file; they are put together.</comment>
      <translation>
        <numerusform>Die Textzeilen von {count} „{name}“ stehen in der Datei nicht beisammen oder in anderer Ordnung; sie sind zusammengestellt.</numerusform>
        <numerusform>Die Textzeilen von {count} „{name}“ stehen in der Datei nicht beisammen oder in anderer Ordnung; sie sind zusammengestellt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>The lines with the same “{by}”, such as {example}, look like the steps of one row, in the order of “{order}”: {rows}. Each line is read as a row.</source>
      <translation>Die Textzeilen mit gleicher „{by}“, etwa {example}, sehen aus wie die Schritte einer Zeile, in der Ordnung von „{order}“: {rows}. Jede Textzeile ist als Zeile gelesen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/fields.py" />
      <source>The lists of one length are the columns; {count} other fields are left out: {names}.</source>
      <comment>The lists of one length are the columns; {count} other field is left out: {names}.</comment>
      <translation>
        <numerusform>Die Listen einer Länge sind die Spalten; {count} anderes Feld ist weggelassen: {names}.</numerusform>
        <numerusform>Die Listen einer Länge sind die Spalten; {count} andere Felder sind weggelassen: {names}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/widening.py" />
      <source>The lists of “{column}” are read anew because row {row} shows how deep they go, or how long the innermost are.</source>
      <translation>Die Listen von „{column}“ werden neu gelesen, weil Zeile {row} zeigt, wie tief sie gehen oder wie lang die innersten sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>The longest, row {row}, loses {lost} of {most}.</source>
      <translation>Die längste, Zeile {row}, verliert {lost} von {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/picture/levels.py" />
      <source>The low end must be below the high end.</source>
      <translation>Das untere Ende muss unter dem oberen liegen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>The mask and the lengths of the padded array say different things.</source>
      <translation>Maske und Längen des aufgefüllten Arrays sagen Verschiedenes.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The mask is lost at {layer}.</source>
      <translation>Die Maske geht bei {layer} verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>The mask of “{name}” is not of its rows and steps; the rows are read whole.</source>
      <translation>Die Maske von „{name}“ passt nicht zu Zeilen und Schritten; die Zeilen werden ganz gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The mask of “{tensor}” is lost at {layer}, and {then} reads the padding as data.</source>
      <translation>Die Maske von „{tensor}“ geht bei {layer} verloren, und {then} liest das Padding als Daten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The mask of “{tensor}” is lost at {layer}: what follows reads the padding as data.</source>
      <translation>Die Maske von „{tensor}“ geht bei {layer} verloren: Was folgt, liest das Padding als Daten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>The model</source>
      <translation>Das Modell</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The model beside {file} is lost.</source>
      <translation>Das Modell neben {file} ist verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The model gives its padded steps without a mask.</source>
      <translation>Das Modell gibt seine aufgefüllten Schritte ohne Maske aus.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>The model needs more memory than there is.</source>
      <translation>Das Modell braucht mehr Speicher, als es gibt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The model process could not be started: {reason}.</source>
      <translation>Der Modellprozess konnte nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The model process stopped while it built the model. It runs again.</source>
      <translation>Der Modellprozess ist beim Bauen des Modells stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The model process stopped while it loaded Keras. It runs again.</source>
      <translation>Der Modellprozess ist beim Laden von Keras stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The model process stopped while it opened {file}. It runs again.</source>
      <translation>Der Modellprozess ist beim Öffnen von {file} stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The model process stopped. It runs again.</source>
      <translation>Der Modellprozess ist stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>The model's config contradicts itself: {error}.</source>
      <translation>Die Konfiguration des Modells widerspricht sich: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>The model's {input} takes exactly {rows} at a time.</source>
      <translation>Die Eingabe {input} des Modells nimmt genau {rows} auf einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>The model's {input} takes exactly {rows} at a time; of {given} the last {left} do not fill a batch.</source>
      <translation>Die Eingabe {input} des Modells nimmt genau {rows} auf einmal; von {given} füllen die letzten {left} keinen Batch.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The name is longer than {most} characters.</source>
      <translation>Der Name ist länger als {most} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>The name is too long for this disk</source>
      <translation>Der Name ist zu lang für diese Platte</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/statistics.py" />
      <source>The numbers of “{name}” stand for words ({labels}); the numbers are read.</source>
      <translation>Die Zahlen von „{name}“ stehen für Wörter ({labels}); gelesen sind die Zahlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/opening.py" />
      <source>The options are: {known}.</source>
      <translation>Die Optionen sind: {known}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The padded tensor as it will be: one line a row, one cell a step. Padding is hatched, missing values are crossed, a kept cell beside what was cut has a solid edge. Click a cell, or walk with the arrow keys, and its row, step and value are said below. The wheel scrolls, with Ctrl it zooms; 0 shows all steps, 1 one pixel for each cell.</source>
      <translation>Der aufgefüllte Tensor, wie er sein wird: eine Linie je Zeile, eine Zelle je Schritt. Padding ist schraffiert, fehlende Werte sind durchkreuzt, eine behaltene Zelle neben dem Abgeschnittenen hat eine feste Kante. Klicken Sie auf eine Zelle, oder gehen Sie mit den Pfeiltasten: Zeile, Schritt und Wert stehen darunter. Das Mausrad rollt, mit Strg zoomt es; 0 zeigt alle Schritte, 1 ein Pixel je Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The padding of “{tensor}” is not all masked. {reason}</source>
      <translation>Das Padding von „{tensor}“ ist nicht ganz maskiert. {reason}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The padding of “{tensor}” is not masked. {reason}</source>
      <translation>Das Padding von „{tensor}“ ist nicht maskiert. {reason}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The panes of {file} are as at first.</source>
      <translation>Die Bereiche von {file} sind wie am Anfang.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>The path cannot be read: {error}.</source>
      <translation>Der Pfad kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/still.py" />
      <source>The picture was not ready after {seconds} seconds.</source>
      <translation>Das Bild war nach {seconds} Sekunden nicht fertig.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/dataset.py" />
      <location filename="../../padviewer/core/store/fill.py" />
      <source>The pieces of the file have different columns.</source>
      <translation>Die Stücke der Datei haben verschiedene Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>The preferences cannot be written to {path}; they hold until PadViewer ends.</source>
      <translation>Die Einstellungen können nicht nach {path} geschrieben werden; sie gelten, bis PadViewer endet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/derived.py" />
      <source>The prepared column cannot be kept: {strerror}.</source>
      <translation>Die vorbereitete Spalte kann nicht aufbewahrt werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/planner.py" />
      <location filename="../../padviewer/core/store/derived.py" />
      <source>The prepared column is not there any more.</source>
      <translation>Die vorbereitete Spalte ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>The preset cannot be deleted: {reason}.</source>
      <translation>Die Voreinstellung kann nicht gelöscht werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The reading process could not be started: {reason}.</source>
      <translation>Der Leseprozess konnte nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The reading process stopped while it prepared the columns. It runs again.</source>
      <translation>Der Leseprozess ist beim Vorbereiten der Spalten stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The reading process stopped while it read {file}. It runs again.</source>
      <translation>Der Leseprozess ist beim Lesen von {file} stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The reading process stopped while it wrote {file}. It runs again.</source>
      <translation>Der Leseprozess ist beim Schreiben von {file} stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>The reading process stopped. It runs again.</source>
      <translation>Der Leseprozess ist stehengeblieben. Er läuft wieder.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The recipe</source>
      <translation>Das Rezept</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The recipe has a part that is missing or unknown: {error}.</source>
      <translation>Dem Rezept fehlt ein Teil, oder einer ist unbekannt: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The recipe is no TOML: {error}.</source>
      <translation>Das Rezept ist kein TOML: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The recipe is no UTF-8 text.</source>
      <translation>Das Rezept ist kein UTF-8-Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>The recipe is saved as {file}.</source>
      <translation>Das Rezept ist als {file} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The recipe names a file outside its folder: {name}.</source>
      <translation>Das Rezept nennt eine Datei außerhalb seines Ordners: {name}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The recipe of {file} is lost.</source>
      <translation>Das Rezept von {file} ist verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/workers/data.py" />
      <location filename="../../padviewer/workers/model.py" />
      <source>The request needs {key}.</source>
      <translation>Die Anfrage braucht {key}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The roles of {file} are lost.</source>
      <translation>Die Rollen von {file} sind verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>The rows of shape {shape} hold nothing.</source>
      <translation>Die Zeilen der Form {shape} enthalten nichts.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>The rows of “{tensor}” are {shape}. Images need two axes, or a third one of 1, 3 or 4 for colour.</source>
      <translation>Die Zeilen von „{tensor}“ haben die Form {shape}. Bilder brauchen zwei Achsen, oder eine dritte mit 1, 3 oder 4 für die Farbe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The rows one by one: number, length before cutting, steps kept, label, and the values or words with padding and the cut part shown. Find a value or a word with /, go to a row with G, and copy the selected rows as tab-separated text. The selection is the same as in the heatmap.</source>
      <translation>Die Zeilen eine nach der anderen: Nummer, Länge vor dem Abschneiden, behaltene Schritte, Label, und die Werte oder Wörter mit dem Padding und dem abgeschnittenen Teil. Suchen Sie mit / einen Wert oder ein Wort, gehen Sie mit G zu einer Zeile, und kopieren Sie die gewählten Zeilen als Text mit Tabulatoren. Die Auswahl ist dieselbe wie in der Heatmap.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/column.py" />
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>The rows that were read are damaged on the disk.</source>
      <translation>Die gelesenen Zeilen sind auf der Platte beschädigt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/folder.py" />
      <source>The rows that were read are not there any more.</source>
      <translation>Die gelesenen Zeilen sind nicht mehr da.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/folder.py" />
      <source>The rows that were read cannot be looked at: {strerror}.</source>
      <translation>Die gelesenen Zeilen können nicht angesehen werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>The rows' steps have different shapes: {said}.</source>
      <translation>Die Schritte der Zeilen haben verschiedene Formen: {said}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>The screen is smaller than the window needs. Scroll to see the rest.</source>
      <translation>Der Bildschirm ist kleiner, als das Fenster braucht. Rollen Sie, um den Rest zu sehen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>The search ended at {hits} hits. {searched}</source>
      <translation>Die Suche endete bei {hits} Treffern. {searched}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>The search was stopped. {searched}</source>
      <translation>Die Suche wurde angehalten. {searched}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The selected row in words: above, the word or value of each step of the tensor; below, its id or its step. A dot is padding; what was cut is counted beside the row's number. Click a step to select it in all views.</source>
      <translation>Die gewählte Zeile in Worten: oben das Wort oder der Wert jedes Schritts des Tensors, unten seine Id oder sein Schritt. Ein Punkt ist Padding; was abgeschnitten wurde, ist neben der Zeilennummer gezählt. Ein Klick auf einen Schritt wählt ihn in allen Ansichten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>The sequences must be a list of lists, not {given}.</source>
      <translation>Die Sequenzen müssen eine Liste von Listen sein, nicht {given}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>The setting “{name}” cannot be “{value}” and is back at its default.</source>
      <translation>Die Einstellung „{name}“ kann nicht „{value}“ sein und hat wieder ihren Standardwert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/preferences.py" />
      <source>The settings are of a newer PadViewer; what this one does not know is left as it is.</source>
      <translation>Die Einstellungen sind von einem neueren PadViewer; was dieser nicht kennt, bleibt, wie es ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/dense.py" />
      <source>The shape of an array is one of {shapes}, not “{asked}”.</source>
      <translation>Die Form eines Arrays ist eine von {shapes}, nicht „{asked}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>The share of padding</source>
      <translation>Der Anteil an Padding</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>The shift is not known yet.</source>
      <translation>Die Verschiebung ist noch nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>The size is counted.</source>
      <translation>Die Größe wird gezählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/sidecar.py" />
      <source>The source cannot be read: {strerror}.</source>
      <translation>Die Quelle kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <source>The source is still being read.</source>
      <translation>Die Quelle wird noch gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>The steps of {row} have unequal shapes.</source>
      <translation>Die Schritte von {row} haben ungleiche Formen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/folder.py" />
      <source>The store holds {committed}, not {wanted}.</source>
      <translation>Der Speicher enthält {committed}, nicht {wanted}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/ipc.py" />
      <source>The stream has no end mark: its writer may not have finished, and rows may be missing.</source>
      <translation>Der Strom hat keine Endmarke: Sein Schreiber wurde vielleicht nicht fertig, und Zeilen können fehlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <source>The suffixes are {formats}; a name without one is a folder of .npy files.</source>
      <translation>Die Endungen sind {formats}; ein Name ohne Endung ist ein Ordner mit .npy-Dateien.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/ragged_rows.py" />
      <source>The suffixes are {suffixes}.</source>
      <translation>Die Endungen sind {suffixes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The table of reading</source>
      <translation>Die Tabelle reading</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The table of rows</source>
      <translation>Die Tabelle der Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>The tables are: {tables}.</source>
      <translation>Die Tabellen sind: {tables}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>The tensor in one line: shape and dtype, memory, share of padding, rows that are cut, and what true means in the mask. On the right: what the program does, or the cell under the mouse.</source>
      <translation>Der Tensor in einer Zeile: Form und Dtype, Speicher, Anteil an Padding, abgeschnittene Zeilen, und was wahr in der Maske bedeutet. Rechts: was das Programm tut, oder die Zelle unter der Maus.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>The tensor “{name}” has the name of the {role} column.</source>
      <translation>Der Tensor „{name}“ heißt wie die Spalte mit der Rolle {role}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <location filename="../../padviewer/core/padding/plan.py" />
      <source>The tensor “{name}” is not fitted.</source>
      <translation>Der Tensor „{name}“ ist nicht angepasst.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/plan.py" />
      <source>The tensor “{tensor}” has one part, number 0, not {part}.</source>
      <translation>Der Tensor „{tensor}“ hat einen Teil, Nummer 0, nicht {part}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>The tensors are: {tensors}.</source>
      <translation>Die Tensoren sind: {tensors}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>The value {value} at step {step} cannot be {dtype}.</source>
      <translation>Der Wert {value} in Schritt {step} kann nicht {dtype} sein.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>The values are being counted.</source>
      <translation>Die Werte werden gezählt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are dates: days since 1970-01-01.</source>
      <translation>Die Werte sind Daten: Tage seit 1970-01-01.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are dates: milliseconds since 1970-01-01.</source>
      <translation>Die Werte sind Daten: Millisekunden seit 1970-01-01.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are durations in {unit}.</source>
      <translation>Die Werte sind Dauern in {unit}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>The values are none that can be compared.</source>
      <translation>Die Werte lassen sich nicht vergleichen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are points in time: {unit} since 1970-01-01 00:00 UTC.</source>
      <translation>Die Werte sind Zeitpunkte: {unit} seit 1970-01-01 00:00 UTC.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are points in time: {unit} since 1970-01-01 00:00.</source>
      <translation>Die Werte sind Zeitpunkte: {unit} seit 1970-01-01 00:00.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>The values are times of day: {unit} since midnight.</source>
      <translation>Die Werte sind Tageszeiten: {unit} seit Mitternacht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>The values are times; they are read as whole numbers of {units} since 1970-01-01.</source>
      <translation>Die Werte sind Zeiten; sie werden als ganze Zahlen von {units} seit 1970-01-01 gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>The values are times; they are read as whole numbers of {units}.</source>
      <translation>Die Werte sind Zeiten; sie werden als ganze Zahlen von {units} gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/widening.py" />
      <source>The values of “{column}” at row {row} do not fit those before them.</source>
      <translation>Die Werte von „{column}“ in Zeile {row} passen nicht zu denen davor.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The view of {file} is as at first.</source>
      <translation>Die Ansicht von {file} ist wie am Anfang.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>The vocabulary has no words yet.</source>
      <translation>Das Vokabular hat noch keine Wörter.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>The vocabulary {table} is not the one that was saved.</source>
      <translation>Das Vokabular {table} ist nicht das gespeicherte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>The window cannot be opened without {libraries}.</source>
      <translation>Das Fenster lässt sich ohne {libraries} nicht öffnen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>The window of {file} stands where the desktop puts it.</source>
      <translation>Das Fenster von {file} steht, wo die Arbeitsfläche es hinsetzt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <source>The words and tags of sentences are text, and are read as nothing else.</source>
      <translation>Wörter und Kennzeichen von Sätzen sind Text und werden als nichts anderes gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>The workbook has no sheet.</source>
      <translation>Die Arbeitsmappe hat kein Blatt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/guard.py" />
      <source>The workbook is encrypted.</source>
      <translation>Die Arbeitsmappe ist verschlüsselt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/labels.py" />
      <source>The {role} column “{name}” holds sequences, which an export does not pad.</source>
      <translation>Die Spalte „{name}“ mit der Rolle {role} enthält Sequenzen, die ein Export nicht auffüllt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/csv.py" />
      <source>The {role} column “{name}” holds several values a row.</source>
      <translation>Die Spalte „{name}“ mit der Rolle {role} enthält mehrere Werte je Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/engines.py" />
      <source>The {what} content is damaged or of a kind that is not supported: {reason}.</source>
      <translation>Der {what}-Inhalt ist beschädigt oder von einer Art, die nicht unterstützt wird: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/tools.py" />
      <source>Their mean</source>
      <translation>Ihr Mittelwert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <location filename="../../padviewer/gui/session/preferences.py" />
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Theme</source>
      <translation>Design</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Theme: light, dark or as the system</source>
      <translation>Design: hell, dunkel oder wie das System</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/dataset.py" />
      <location filename="../../padviewer/core/store/derived.py" />
      <location filename="../../padviewer/core/store/fill.py" />
      <source>There are no rows.</source>
      <translation>Es gibt keine Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>There are no sequences, so no maxlen.</source>
      <translation>Es gibt keine Sequenzen, also kein Maxlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>There are {columns} columns; PadViewer reads up to {most}.</source>
      <translation>Es gibt {columns} Spalten; PadViewer liest bis zu {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>There is a preset “{name}” already.</source>
      <translation>Es gibt schon eine Voreinstellung „{name}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/column_names.py" />
      <source>There is no column “{name}”.</source>
      <translation>Es gibt keine Spalte „{name}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>There is no display to open a window on.</source>
      <translation>Es gibt keine Anzeige, auf der sich ein Fenster öffnen ließe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>There is no encoding “{encoding}” of text that can be read by lines.</source>
      <translation>Es gibt keine Kodierung „{encoding}“ für Text, der zeilenweise gelesen werden kann.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/__init__.py" />
      <source>There is no export format for “{suffix}”.</source>
      <translation>Es gibt kein Exportformat für „{suffix}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>There is no file {path}.</source>
      <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>There is no folder {parent}.</source>
      <translation>Es gibt keinen Ordner {parent}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>There is no format “{asked}”.</source>
      <translation>Es gibt kein Format „{asked}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/delimited.py" />
      <location filename="../../padviewer/core/readers/csv/export.py" />
      <source>There is no row below the first line.</source>
      <translation>Unter der ersten Zeile steht keine weitere.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>There is no row to go to.</source>
      <translation>Es gibt keine Zeile, zu der man gehen kann.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <location filename="../../padviewer/core/exported_recipe.py" />
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>There is no such file.</source>
      <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/opening.py" />
      <source>There is no such option for reading.</source>
      <translation>Diese Option zum Lesen gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/workers/data.py" />
      <source>There is no such option for reading: {error}.</source>
      <translation>Diese Option zum Lesen gibt es nicht: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>There is no table “{asked}”.</source>
      <translation>Es gibt keine Tabelle „{asked}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>There is no table “{asked}”: the file holds one table.</source>
      <translation>Es gibt keine Tabelle „{asked}“: Die Datei enthält eine einzige Tabelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>There is no template {key}; there are {keys}.</source>
      <translation>Es gibt keine Vorlage {key}; es gibt {keys}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>There is no tensor to export. Choose another recipe.</source>
      <translation>Es gibt keinen Tensor zu exportieren. Wählen Sie ein anderes Rezept.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/base.py" />
      <source>There is no tensor “{tensor}”.</source>
      <translation>Es gibt keinen Tensor „{tensor}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>There is no transform “{kind}”.</source>
      <translation>Es gibt keine Transformation „{kind}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/exported_recipe.py" />
      <source>There is no {name} beside it that holds a recipe.</source>
      <translation>Daneben gibt es kein {name}, das ein Rezept enthält.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/npz.py" />
      <source>There is no {name} in this file.</source>
      <translation>In dieser Datei gibt es kein {name}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/workers/said.py" />
      <source>There is not enough memory for this.</source>
      <translation>Dafür ist nicht genug Speicher da.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>There is nothing to export yet.</source>
      <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/find.py" />
      <source>There is nothing to look for.</source>
      <translation>Es gibt nichts, wonach gesucht wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>These are hashed ids: map them to a vocabulary.</source>
      <translation>Das sind gehashte Ids: Bilden Sie sie auf ein Vokabular ab.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>This JSON is {value}, not an array of rows or an object of columns.</source>
      <translation>Dieses JSON ist {value}, kein Array von Zeilen und kein Objekt von Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/children.py" />
      <source>This Python has no Keras with TensorFlow. Install them there: pip install tensorflow</source>
      <translation>Dieses Python hat kein Keras mit TensorFlow. Installieren Sie beide dort: pip install tensorflow</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>This Python is asked for TensorFlow.</source>
      <translation>Dieses Python wird nach TensorFlow gefragt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>This cannot be a path.</source>
      <translation>Das kann kein Pfad sein.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>This cannot be a path: {error}.</source>
      <translation>Das kann kein Pfad sein: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/gathered.py" />
      <source>This could not be drawn. {what}</source>
      <translation>Das konnte nicht gezeichnet werden. {what}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/tensor_facts.py" />
      <source>This does not describe a tensor: {error}.</source>
      <translation>Das beschreibt keinen Tensor: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/cells.py" />
      <source>This file cannot be read with shape {shape}: {why}.</source>
      <translation>Diese Datei kann nicht mit der Form {shape} gelesen werden: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>This folder is a TensorFlow SavedModel, which PadViewer does not open.</source>
      <translation>Dieser Ordner ist ein SavedModel von TensorFlow, das PadViewer nicht öffnet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/ipc.py" />
      <source>This is a Feather file of the old version 1, which PadViewer does not read.</source>
      <translation>Das ist eine Feather-Datei der alten Version 1, die PadViewer nicht liest.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>This is a Keras model, but Keras opens only names that end in .keras.</source>
      <translation>Das ist ein Keras-Modell, aber Keras öffnet nur Namen, die auf .keras enden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_folder.py" />
      <source>This is a file.</source>
      <translation>Das ist eine Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <location filename="../../padviewer/core/readers/__init__.py" />
      <location filename="../../padviewer/gui/window/still.py" />
      <source>This is a folder.</source>
      <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>This is a pickle: opening it could run any code, so PadViewer does not.</source>
      <translation>Das ist eine pickle-Datei: Sie zu öffnen könnte beliebigen Code ausführen, also tut PadViewer es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>This is a pipe, a device or a socket, not a regular file.</source>
      <translation>Das ist eine Pipe, ein Gerät oder ein Socket, keine gewöhnliche Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>This is an HDF5 file: a model in Keras's older format, or weights alone.</source>
      <translation>Das ist eine HDF5-Datei: ein Modell im älteren Format von Keras, oder nur Gewichte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/npz.py" />
      <source>This is no complete .npz file: {error}.</source>
      <translation>Das ist keine vollständige .npz-Datei: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>This is no recipe of version {version}: it says padviewer = {found}.</source>
      <translation>Das ist kein Rezept der Version {version}: Es sagt padviewer = {found}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>This is not JSON: {said}.</source>
      <translation>Das ist kein JSON: {said}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>This is not a Keras model: {why}.</source>
      <translation>Das ist kein Keras-Modell: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>This is not a model's description: {error}.</source>
      <translation>Das ist keine Beschreibung eines Modells: {error}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>This is not a regular file.</source>
      <translation>Das ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/still.py" />
      <source>This is there already, and it is no picture of PadViewer.</source>
      <translation>Das gibt es schon, und es ist kein Bild von PadViewer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/foreign.py" />
      <source>This is there already, and it is no recipe.</source>
      <translation>Das ist schon da, und es ist kein Rezept.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/foreign.py" />
      <source>This is there already, and no export of PadViewer wrote it as it is now.</source>
      <translation>Das ist schon da, und kein Export von PadViewer hat es so geschrieben, wie es jetzt ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/__init__.py" />
      <source>This is {foreign}, which PadViewer does not read.</source>
      <translation>Das ist {foreign}; PadViewer liest das nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>This model would have {number} parameters; the limit is {most_params}.</source>
      <translation>Dieses Modell hätte {number} Parameter; die Grenze ist {most_params}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/engines.py" />
      <source>This program comes without it. Save the table as CSV or Parquet.</source>
      <translation>Dieses Programm kommt ohne es. Speichern Sie die Tabelle als CSV oder Parquet.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/backend.py" />
      <source>This program comes without them. Install them in a Python of 3.11 or newer: {command}. Then name that Python in Preferences, Python for models.</source>
      <translation>Dieses Programm kommt ohne sie. Installieren Sie sie in einem Python ab 3.11: {command}. Nennen Sie dieses Python dann in den Einstellungen unter Python für Modelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/room.py" />
      <source>This takes {more} GB more; PadViewer keeps at most {most} GB of rows, of which {used} GB are in use.</source>
      <translation>Das braucht {more} GB mehr; PadViewer hält höchstens {most} GB an Zeilen, von denen {used} GB benutzt sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/room.py" />
      <source>This takes {more} GB more; PadViewer keeps at most {most} GB of rows.</source>
      <translation>Das braucht {more} GB mehr; PadViewer hält höchstens {most} GB an Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/store/room.py" />
      <source>This takes {nbytes} GB on the disk, where {free} GB are free.</source>
      <translation>Das braucht {nbytes} GB auf der Platte, wo {free} GB frei sind.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>Three convolutions, flatten, dense</source>
      <translation>Drei Faltungen, Flatten, dicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>To</source>
      <translation>Bis</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>To, %</source>
      <translation>Bis, %</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/encode.py" />
      <source>Tokens that are not in the vocabulary: {count}. Each gets id {unknown}.</source>
      <translation>Tokens, die nicht im Vokabular sind: {count}. Jedes bekommt Id {unknown}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/toolbar.py" />
      <source>Toolbar</source>
      <translation>Werkzeugleiste</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Total</source>
      <translation>Summe</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>Total, parameters: {number}</source>
      <translation>Insgesamt, Parameter: {number}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <source>Trainable {trainable} · non-trainable {rest}</source>
      <translation>Trainierbar {trainable} · nicht trainierbar {rest}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>Transforms are a list, not {transforms}.</source>
      <translation>Transformationen sind eine Liste, nicht {transforms}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Truncating</source>
      <translation>Kürzen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>Truncating {value}</source>
      <translation>Kürzen {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/child.py" />
      <source>Try again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Two columns have the same name.</source>
      <translation>Zwei Spalten haben denselben Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>Two inputs have one name: {names}.</source>
      <translation>Zwei Eingaben haben einen Namen: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/levels.py" />
      <source>Two percentiles</source>
      <translation>Zwei Perzentile</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/find.py" />
      <source>Type a text.</source>
      <translation>Geben Sie einen Text ein.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>Undo the merging, and fill each cell.</source>
      <translation>Heben Sie die Verbindung auf, und füllen Sie jede Zelle.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>Unpack it first. PadViewer reads: {names}.</source>
      <translation>Entpacken Sie die Datei zuerst. PadViewer liest: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Unpin all</source>
      <translation>Alle lösen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/controls.py" />
      <source>Unpin row</source>
      <translation>Zeile lösen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/platform_probe.py" />
      <source>Unset QT_QPA_PLATFORM, or give xcb, wayland or offscreen.</source>
      <translation>Setzen Sie QT_QPA_PLATFORM zurück, oder geben Sie xcb, wayland oder offscreen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>Use fit, prepare and resolve.</source>
      <translation>Nehmen Sie fit, prepare und resolve.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Usual size</source>
      <translation>Übliche Größe</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/shift.py" />
      <source>Values below {least}, the least one when the shift was fitted: {count}. Shifted, they are below {to}.</source>
      <translation>Werte unter {least}, dem kleinsten beim Anpassen der Verschiebung: {count}. Verschoben liegen sie unter {to}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>Values of different or unknown types stand together: {names}.</source>
      <translation>Werte verschiedener oder unbekannter Typen stehen zusammen: {names}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>Values of dtype {descr} are complex numbers, which PadViewer does not read.</source>
      <translation>Werte vom Dtype {descr} sind komplexe Zahlen, die PadViewer nicht liest.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>Values of dtype {descr} are neither numbers of at most 64 bits nor texts.</source>
      <translation>Werte vom Dtype {descr} sind weder Zahlen von höchstens 64 Bit noch Texte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>Values of dtype {descr} hold nothing.</source>
      <translation>Werte vom Dtype {descr} enthalten nichts.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/dense.py" />
      <source>Values of dtype {dtype} cannot be NaN, so no row ends in NaN.</source>
      <translation>Werte vom Dtype {dtype} können nicht NaN sein, also endet keine Zeile in NaN.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/tabs.py" />
      <source>Views</source>
      <translation>Ansichten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>What can be done here</source>
      <translation>Was hier getan werden kann</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>What is done about missing values before anything else: NaN in numbers, null in texts and lists. Filling puts one value in their place. A missing value is not padding: it is a real step whose value nobody knows, and the mask keeps it true.</source>
      <translation>Was vor allem anderen mit fehlenden Werten geschieht: NaN in Zahlen, null in Texten und Listen. Füllen setzt einen Wert an ihre Stelle. Ein fehlender Wert ist kein Padding: Er ist ein echter Schritt, dessen Wert niemand kennt, und die Maske lässt ihn wahr.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/windows.py" />
      <source>What is open is not remembered for the next start: {folder} cannot be written.</source>
      <translation>Was geöffnet ist, wird nicht bis zum nächsten Start gemerkt: {folder} lässt sich nicht beschreiben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>What is out of range becomes the end of the range.</source>
      <translation>Was außerhalb des Bereichs liegt, wird dessen Ende.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <location filename="../../padviewer/gui/views/common/menu.py" />
      <source>What is this?</source>
      <translation>Was ist das?</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/card.py" />
      <source>What is this? {title}</source>
      <translation>Was ist das? {title}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/widening.py" />
      <source>What stands beside “{name}” about its padding does not fit row {row}; the rows are read whole.</source>
      <translation>Was neben „{name}“ über das Padding steht, passt nicht zu Zeile {row}; die Zeilen werden ganz gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>What the rows of all files that were read may take on the disk:</source>
      <translation>Was die Zeilen aller gelesenen Dateien auf der Platte belegen dürfen:</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>What the views may hold in memory; a larger column is read from the disk.</source>
      <translation>Was die Ansichten im Speicher halten dürfen; eine größere Spalte wird von der Platte gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>What this maxlen does</source>
      <translation>Was dieses Maxlen bewirkt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>What to do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_file.py" />
      <source>What was open cannot be read from {file}.</source>
      <translation>Was offen war, kann nicht aus {file} gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_file.py" />
      <source>What was open cannot be read from {file}: {reason}.</source>
      <translation>Was offen war, kann nicht aus {file} gelesen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>What you should know about this data with this recipe, most serious first: how many rows lose steps, which values collide with the fill value, what is missing. Each says what it means and what to do; “Show rows” marks the rows in every view. N goes to the next one.</source>
      <translation>Was Sie über diese Daten mit diesem Rezept wissen sollten, das Ernsteste zuerst: wie viele Zeilen Schritte verlieren, welche Werte gleich dem Füllwert sind, was fehlt. Jeder Befund sagt, was er bedeutet und was zu tun ist; „Zeilen zeigen“ markiert die Zeilen in jeder Ansicht. N geht zum nächsten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>What {layer} does with the padding cannot be told from the config.</source>
      <translation>Was {layer} mit dem Padding macht, ist aus der Konfiguration nicht zu erkennen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/values.py" />
      <source>Whatever is not 0 becomes true.</source>
      <translation>Was nicht 0 ist, wird wahr.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>Whether infinite values are filled is true or false, not {it}.</source>
      <translation>Ob unendliche Werte gefüllt werden, ist true oder false, nicht {it}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>Whether the padding of “{tensor}” is masked is not known. {reason}</source>
      <translation>Ob das Padding von „{tensor}“ maskiert ist, ist nicht bekannt. {reason}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>Whether {file} has changed since is not known.</source>
      <translation>Ob sich {file} seitdem geändert hat, ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>Which rows</source>
      <translation>Welche Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Which rows the views show, and in which order: by length, by label, only those that are cut, only those a finding names. It changes what you look at and nothing else: the export and the numbers are of all rows. The row numbers stay those of the file.</source>
      <translation>Welche Zeilen die Ansichten zeigen, und in welcher Reihenfolge: nach Länge, nach Label, nur abgeschnittene, nur solche, die ein Befund nennt. Es ändert, was Sie ansehen, und nichts sonst: Export und Zahlen sind von allen Zeilen. Die Zeilennummern bleiben die der Datei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Which steps are real (true) and which are padding (false), as Keras means it. The mask comes from the lengths, never from comparing with the fill value, so a real 0 stays real. A layer that gets no mask treats padding as data.</source>
      <translation>Welche Schritte echt (wahr) und welche Padding (falsch) sind, wie Keras es meint. Die Maske kommt aus den Längen, nie aus dem Vergleich mit dem Füllwert, also bleibt eine echte 0 echt. Eine Schicht ohne Maske behandelt Padding wie Daten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Which value takes the first colour of the ramp and which the last: the least and the greatest value, two percentiles so that a few extreme values do not darken the rest, the same distance on both sides of 0, or two values of yours. A logarithmic ramp spreads small values. Levels change what you see, never what is exported.</source>
      <translation>Welcher Wert die erste Farbe der Skala bekommt und welcher die letzte: der kleinste und der größte Wert, zwei Perzentile, damit wenige extreme Werte den Rest nicht verdunkeln, der gleiche Abstand auf beiden Seiten von 0, oder zwei eigene Werte. Eine logarithmische Skala spreizt kleine Werte. Das ändert, was Sie sehen, nie, was exportiert wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>White space</source>
      <translation>Leerraum</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Whole file</source>
      <translation>Ganze Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Whole word</source>
      <translation>Ganzes Wort</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>Whole word: no letter or digit beside it</source>
      <translation>Ganzes Wort: kein Buchstabe und keine Ziffer daneben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/painting.py" />
      <source>Without {column}</source>
      <translation>Ohne {column}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <source>Word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <location filename="../../assets/samples/index.json" />
      <source>Word ids, a label, one very long row</source>
      <translation>Wort-Ids, ein Label, eine sehr lange Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>Write an array of objects or lists (pandas: orient="records"), or one object or list per line (.jsonl); one row a key is read with --shape keys.</source>
      <translation>Schreiben Sie ein Array von Objekten oder Listen (pandas: orient="records"), oder ein Objekt oder eine Liste je Zeile (.jsonl); eine Zeile je Schlüssel wird mit --shape keys gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/ipc.py" />
      <source>Write it again with pyarrow.feather.write_feather(table, path).</source>
      <translation>Schreiben Sie sie noch einmal mit pyarrow.feather.write_feather(table, path).</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>Write it as numbers, or as dates such as 2024-12-31.</source>
      <translation>Schreiben Sie es als Zahlen, oder als Daten wie 2024-12-31.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>Write one row per line.</source>
      <translation>Schreiben Sie eine Zeile je Textzeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>Write rows as lists, or fewer columns.</source>
      <translation>Schreiben Sie Zeilen als Listen, oder weniger Spalten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>Write such numbers as texts.</source>
      <translation>Schreiben Sie solche Zahlen als Texte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>Write the file again, with whole numbers from 0 to the number of values.</source>
      <translation>Schreiben Sie die Datei noch einmal, mit ganzen Zahlen von 0 bis zur Zahl der Werte.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>Write the padded arrays to a file</source>
      <translation>Die aufgefüllten Arrays in eine Datei schreiben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>Write them as [1, 2, 3], or leave them empty.</source>
      <translation>Schreiben Sie sie als [1, 2, 3], oder lassen Sie sie leer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>Write them as [1, 2, 3].</source>
      <translation>Schreiben Sie sie als [1, 2, 3].</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>Write them with json.dumps.</source>
      <translation>Schreiben Sie sie mit json.dumps.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/help/texts.py" />
      <source>Writes exactly what the views show: the arrays, their masks and lengths, labels, and the recipe. The same recipe on the same data gives the same bytes. The file appears only when it is complete, and a second one beside it says where it came from and what was cut.</source>
      <translation>Schreibt genau, was die Ansichten zeigen: die Arrays, ihre Masken und Längen, Labels und das Rezept. Dasselbe Rezept mit denselben Daten ergibt dieselben Bytes. Die Datei erscheint erst, wenn sie vollständig ist, und eine zweite daneben sagt, woher sie kommt und was abgeschnitten wurde.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Writing rows…</source>
      <translation>Schreibt Zeilen…</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/exporter.py" />
      <source>Writing {file}</source>
      <translation>Schreibt {file}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Written</source>
      <translation>Geschrieben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>Written file, {path}</source>
      <translation>Geschriebene Datei, {path}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>You may not write here</source>
      <translation>Hier dürfen Sie nicht schreiben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/notices.py" />
      <source>Your data is untouched. The details help to mend it.</source>
      <translation>Ihre Daten sind unberührt. Die Einzelheiten helfen, ihn zu beheben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>Your recipe and the data opened before, {file}, are unchanged.</source>
      <translation>Ihr Rezept und die vorher geöffneten Daten, {file}, sind unverändert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>a .keras file is a zip archive, and this is none</source>
      <translation>eine .keras-Datei ist ein Zip-Archiv, und das ist keines</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a 7z archive</source>
      <translation>ein 7z-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a JPEG picture</source>
      <translation>ein JPEG-Bild</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a MATLAB file</source>
      <translation>eine MATLAB-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a NetCDF file</source>
      <translation>eine NetCDF-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a PDF document</source>
      <translation>ein PDF-Dokument</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a PNG picture</source>
      <translation>ein PNG-Bild</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a RAR archive</source>
      <translation>ein RAR-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a TFRecord file</source>
      <translation>eine TFRecord-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a Word document</source>
      <translation>ein Word-Dokument</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a YAML file</source>
      <translation>eine YAML-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a binary workbook of Excel</source>
      <translation>eine binäre Arbeitsmappe von Excel</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a bzip2-compressed file</source>
      <translation>eine mit bzip2 gepackte Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a database</source>
      <translation>eine Datenbank</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>a file for every array</source>
      <translation>eine Datei für jedes Array</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a file of PyTorch</source>
      <translation>eine Datei von PyTorch</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a file of R</source>
      <translation>eine Datei von R</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a gzip-compressed file</source>
      <translation>eine mit gzip gepackte Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>a length is negative, or their sum is beyond 64 bits</source>
      <translation>eine Länge ist negativ, oder ihre Summe liegt über 64 Bit</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/levels.py" />
      <source>a list</source>
      <translation>eine Liste</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>a number</source>
      <translation>einer Zahl</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a pickle</source>
      <translation>eine pickle-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a protocol buffer</source>
      <translation>ein Protocol Buffer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>a row for every row</source>
      <translation>eine Zeile für jede Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a safetensors file</source>
      <translation>eine safetensors-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>a sheet</source>
      <translation>ein Blatt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <location filename="../../padviewer/core/readers/json/levels.py" />
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>a single value</source>
      <translation>einen einzelnen Wert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a tar archive</source>
      <translation>ein Tar-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>a text</source>
      <translation>einem Text</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a time series file of sktime</source>
      <translation>eine Zeitreihen-Datei von sktime</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>a vocabulary</source>
      <translation>ein Vokabular</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a zip archive</source>
      <translation>ein Zip-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a zip archive that is neither a workbook nor an NPZ file</source>
      <translation>ein Zip-Archiv, das weder Arbeitsmappe noch NPZ-Datei ist</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>a zstd-compressed file</source>
      <translation>eine mit zstd gepackte Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>about {size}</source>
      <translation>etwa {size}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>all arrays in one file</source>
      <translation>alle Arrays in einer Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>all rows</source>
      <translation>alle Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an ARFF file</source>
      <translation>eine ARFF-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an Avro file</source>
      <translation>eine Avro-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an HDF5 file</source>
      <translation>eine HDF5-Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an HTML page</source>
      <translation>eine HTML-Seite</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an ONNX model</source>
      <translation>ein ONNX-Modell</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an SQLite database</source>
      <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an XML document</source>
      <translation>ein XML-Dokument</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an empty zip archive</source>
      <translation>ein leeres Zip-Archiv</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an old Word file or an encrypted workbook</source>
      <translation>eine alte Word-Datei oder eine verschlüsselte Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/foreign.py" />
      <source>an xz-compressed file</source>
      <translation>eine mit xz gepackte Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/block.py" />
      <source>array</source>
      <translation>Array</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>array of rows</source>
      <translation>Array von Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>at most {size}</source>
      <translation>höchstens {size}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>at the beginnings of rows</source>
      <translation>an Zeilenanfängen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>at the ends of rows</source>
      <translation>an Zeilenenden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>bar</source>
      <translation>senkrechter Strich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>boolean</source>
      <translation>Wahrheitswert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <source>character</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <source>characters</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>class, then steps</source>
      <translation>Klasse, dann Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>code   {code}</source>
      <translation>Code   {code}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>comes from {module}</source>
      <translation>aus {module} kommt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>comes with PadViewer</source>
      <translation>gehört zu PadViewer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>config.json is nested {deepest} deep; the limit is {most_depth}.</source>
      <translation>config.json ist {deepest} Ebenen tief verschachtelt; die Grenze ist {most_depth}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>config.json is not JSON ({error})</source>
      <translation>config.json ist kein JSON ({error})</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>config.json would unpack from {compress_size} to {file_size} bytes; the limits are {most_config_bytes} bytes and {most_ratio} times its packed size.</source>
      <translation>config.json würde von {compress_size} auf {file_size} Bytes entpackt; die Grenzen sind {most_config_bytes} Bytes und das {most_ratio}-Fache der gepackten Größe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <location filename="../../padviewer/gui/widgets/lines_list.py" />
      <source>counting</source>
      <translation>zählt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>cuDNN's LSTM and GRU need padding at the end: on a GPU they run slower, or fail in fit and predict.</source>
      <translation>LSTM und GRU von cuDNN brauchen Padding am Ende: Auf einer GPU laufen sie langsamer, oder sie scheitern in fit und predict.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/charts/series.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <location filename="../../padviewer/gui/views/row/painting.py" />
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <location filename="../../padviewer/gui/views/series/words.py" />
      <source>cut</source>
      <translation>abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>decimal-comma</source>
      <translation>decimal-comma</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>decimal-point</source>
      <translation>decimal-point</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>empty leaves them missing</source>
      <translation>leer lässt Fehlendes fehlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>encoding</source>
      <translation>kodiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>enough space ✓</source>
      <translation>genug Platz ✓</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>every row whole</source>
      <translation>jede Zeile ganz</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>feature {index}</source>
      <translation>Merkmal {index}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/opening.py" />
      <source>files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>fill tail left out</source>
      <translation>Füllung am Ende weggelassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>findings</source>
      <translation>Befunde</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>float</source>
      <translation>Gleitkommazahl</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/widgets/fold.py" />
      <source>folded</source>
      <translation>zugeklappt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>frequent</source>
      <translation>häufig</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>frequent → rare</source>
      <translation>häufig → selten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>id {id}</source>
      <translation>Id {id}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>ids + {number}</source>
      <translation>Ids + {number}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>ids − {number}</source>
      <translation>Ids − {number}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>ignored</source>
      <translation>ignoriert</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>images [n, H, W, C] or [n, H, W]</source>
      <translation>Bilder [n, H, W, C] oder [n, H, W]</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>in another notation</source>
      <translation>in anderer Schreibweise</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>index {index}</source>
      <translation>Index {index}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <source>infinite</source>
      <translation>unendlich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>info</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>input_dim must be 1 or more (the highest id + 1), not {input_dim}.</source>
      <translation>input_dim muss 1 oder mehr sein (die höchste Id + 1), nicht {input_dim}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/start.py" />
      <source>installed with the program</source>
      <translation>mit dem Programm installiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>integer</source>
      <translation>Ganzzahl</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>integer ids [n, T]</source>
      <translation>ganzzahlige Ids [n, T]</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>is a class of its author's</source>
      <translation>eine Klasse seines Autors ist</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>it does not begin as one, or is of a later version</source>
      <translation>es beginnt nicht wie eines, oder es ist von einer späteren Version</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/own/sidecar.py" />
      <source>it does not say where the rows end</source>
      <translation>sie sagt nicht, wo die Zeilen enden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>it ends before its values do</source>
      <translation>es endet vor seinen Werten</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>it ends too early</source>
      <translation>es endet zu früh</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>it has a single value where the others have {others}</source>
      <translation>es hat einen einzelnen Wert, wo die anderen {others} haben</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>it has two arrays “{name}”</source>
      <translation>es hat zwei Arrays „{name}“</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>it has {axes} axes, and at most {most} can be shown</source>
      <translation>sie hat {axes} Achsen, und höchstens {most} können gezeigt werden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>it has {rows} where the others have {others}</source>
      <translation>es hat {rows}, die anderen {others}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/columns.py" />
      <source>it holds characters that do not exist</source>
      <translation>sie enthält Zeichen, die es nicht gibt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>it is an array of rows, without keys</source>
      <translation>sie ist ein Array von Zeilen, ohne Schlüssel</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>it is an object, no array of rows</source>
      <translation>sie ist ein Objekt, kein Array von Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/own/sidecar.py" />
      <source>it is of other bytes than the file holds now</source>
      <translation>sie gehört zu anderen Bytes, als die Datei jetzt hat</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>its config.json does not name a model's class</source>
      <translation>seine config.json nennt keine Modellklasse</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>its config.json is encrypted</source>
      <translation>seine config.json ist verschlüsselt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>its config.json says nothing about the {config}</source>
      <translation>seine config.json sagt nichts über {config}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its dtype is none</source>
      <translation>sein Dtype ist keiner</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its dtype {descr} is none</source>
      <translation>sein Dtype {descr} ist keiner</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its header is none</source>
      <translation>sein Kopf ist keiner</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its header lacks a field</source>
      <translation>seinem Kopf fehlt ein Feld</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its header of {length} bytes is too long</source>
      <translation>sein Kopf mit {length} Bytes ist zu lang</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/members.py" />
      <source>its members say they are larger than the file</source>
      <translation>seine Einträge nennen sich größer als die Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its order is none</source>
      <translation>seine Ordnung ist keine</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>its rows are objects, which name their columns</source>
      <translation>ihre Zeilen sind Objekte, die ihre Spalten nennen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>its rows hold nothing</source>
      <translation>ihre Zeilen enthalten nichts</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>its shape is none</source>
      <translation>seine Form ist keine</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>its table of contents points nowhere</source>
      <translation>sein Inhaltsverzeichnis zeigt ins Leere</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>its values are neither numbers nor texts</source>
      <translation>ihre Werte sind weder Zahlen noch Texte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>kept</source>
      <translation>behalten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>label {label}</source>
      <translation>Label {label}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>leave</source>
      <translation>keiner</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>leaves nothing of them with three kernels of {size}</source>
      <translation>lässt mit drei Kernen der Größe {size} nichts davon übrig</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>left missing</source>
      <translation>fehlend</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>left-padded</source>
      <translation>links aufgefüllt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>lengths</source>
      <translation>Längen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>lines of text</source>
      <translation>Textzeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>list in a cell</source>
      <translation>Liste in einer Zelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>lists {levels} levels deep (the limit is {most})</source>
      <translation>Listen mit {levels} Ebenen (die Grenze ist {most})</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>losses allowed</source>
      <translation>Verluste erlaubt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>losses refused</source>
      <translation>verlustfrei</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>marked: {words}</source>
      <translation>markiert: {words}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/block.py" />
      <source>mask</source>
      <translation>Maske</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>mask: true = real</source>
      <translation>Maske: wahr = echt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>max</source>
      <translation>max</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>maxlen has no value.</source>
      <translation>maxlen hat keinen Wert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/lengths.py" />
      <source>maxlen {maxlen}</source>
      <translation>Maxlen {maxlen}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>maxlen {widths} · {padding}</source>
      <translation>Maxlen {widths} · {padding}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>microseconds</source>
      <translation>Mikrosekunden</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>milliseconds</source>
      <translation>Millisekunden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>missing</source>
      <translation>fehlend</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>nanoseconds</source>
      <translation>Nanosekunden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <location filename="../../padviewer/gui/window/overlays.py" />
      <source>needs a dataset</source>
      <translation>braucht einen Datensatz</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>needs a dataset, and the heatmap or the mask in front</source>
      <translation>braucht einen Datensatz, und vorn die Heatmap oder die Maske</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>needs a fixed height and width</source>
      <translation>braucht eine feste Höhe und Breite</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>needs a fixed number of features</source>
      <translation>braucht eine feste Zahl von Merkmalen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/size.py" />
      <source>needs {steps} or more with padding valid</source>
      <translation>braucht mit padding valid mindestens {steps}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>no empty rows</source>
      <translation>keine leeren Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>no hit</source>
      <translation>kein Treffer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>no label</source>
      <translation>kein Label</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>no tensor</source>
      <translation>keinen Tensor</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>not enough space</source>
      <translation>nicht genug Platz</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>not found · last seen in {folder}</source>
      <translation>nicht gefunden · zuletzt in {folder}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>not in the vocabulary</source>
      <translation>nicht im Vokabular</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>not now</source>
      <translation>jetzt nicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>not read yet</source>
      <translation>noch nicht gelesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>nothing missing</source>
      <translation>nichts fehlt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>nothing runs</source>
      <translation>nichts läuft</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>nothing to redo</source>
      <translation>nichts zu wiederholen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>nothing to undo</source>
      <translation>nichts rückgängig zu machen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>objects with fields</source>
      <translation>Objekte mit Feldern</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>objects, nulls or one column too many, far into the file</source>
      <translation>Objekte, Nullen oder eine Spalte zu viel, weit hinten in der Datei</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/ragged_build.py" />
      <source>of {bits} bits</source>
      <translation>von {bits} Bit</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>ok</source>
      <translation>in Ordnung</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>on both sides of rows</source>
      <translation>auf beiden Seiten von Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>one colour for each id</source>
      <translation>eine Farbe für jede Id</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>one object whose fields are not all lists</source>
      <translation>ein Objekt, dessen Felder nicht alle Listen sind</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>one of {choices}</source>
      <translation>eines von {choices}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>one row a key</source>
      <translation>eine Zeile je Schlüssel</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>one row a line</source>
      <translation>eine Zeile je Textzeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>one step per column</source>
      <translation>ein Schritt je Spalte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/panel.py" />
      <source>only looked at, not exported</source>
      <translation>nur angesehen, nicht exportiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/widgets/fold.py" />
      <source>open</source>
      <translation>aufgeklappt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/pad.py" />
      <source>pad() takes no transforms.</source>
      <translation>pad() nimmt keine Transformationen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>padded on both sides</source>
      <translation>auf beiden Seiten aufgefüllt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>padding</source>
      <translation>Padding</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>padding left out</source>
      <translation>Padding weggelassen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/refusal.py" />
      <source>path   {path}</source>
      <translation>Pfad   {path}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>path; empty for PadViewer's own</source>
      <translation>Pfad; leer für das eigene von PadViewer</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>pixels</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/words.py" />
      <source>position {column}</source>
      <translation>Position {column}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>position {position}</source>
      <translation>Position {position}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>ragged lines</source>
      <translation>ungleiche Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>rare</source>
      <translation>selten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/heatmap/legend.py" />
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>real</source>
      <translation>echt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>real, beside a cut</source>
      <translation>echt, neben einem Schnitt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>real, infinite</source>
      <translation>echt, unendlich</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>real, infinite, beside a cut</source>
      <translation>echt, unendlich, neben einem Schnitt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/outlook.py" />
      <source>recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/outlook.py" />
      <source>recipe and vocabulary</source>
      <translation>Rezept und Vokabular</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>right-padded</source>
      <translation>rechts aufgefüllt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/views/table/rows.py" />
      <source>row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>row {row}</source>
      <translation>Zeile {row}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/words.py" />
      <source>row {row}: padding</source>
      <translation>Zeile {row}: Padding</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/words.py" />
      <source>row {row}: {values}</source>
      <translation>Zeile {row}: {values}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>rows of features</source>
      <translation>Zeilen mit Merkmalen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>rows of features [n, F]</source>
      <translation>Zeilen mit Merkmalen [n, F]</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>rows of the lines</source>
      <translation>Zeilen der Linien</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>rows with {span} step</source>
      <translation>Zeilen mit {span} Schritt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>rows with {span} steps</source>
      <translation>Zeilen mit {span} Schritten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>rows with “{word}”</source>
      <translation>Zeilen mit „{word}“</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/counting.py" />
      <source>scale</source>
      <translation>Farbskala</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>seen {count} times</source>
      <comment>seen once</comment>
      <translation>
        <numerusform>einmal gesehen</numerusform>
        <numerusform>{count}-mal gesehen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>sequence</source>
      <translation>Sequenz</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>series [n, T, C], or [n, T] of floats</source>
      <translation>Reihen [n, T, C], oder [n, T] aus Gleitkommazahlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>space</source>
      <translation>Leerzeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <source>step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>step {step}</source>
      <translation>Schritt {step}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <location filename="../../padviewer/gui/charts/heatmap.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/lengths_drawn.py" />
      <source>steps kept</source>
      <translation>behaltene Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>still real</source>
      <translation>noch echt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>takes {kinds}</source>
      <translation>nimmt {kinds}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/keras_archive.py" />
      <source>the archive holds no config.json</source>
      <translation>das Archiv enthält keine config.json</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/rows.py" />
      <source>the bytes of its values should be {nbytes} and are {size}</source>
      <translation>seine Werte sollten {nbytes} Bytes haben und haben {size}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>the first is {first}</source>
      <translation>der erste ist {first}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/panel.py" />
      <source>the first of: {finding}</source>
      <translation>die ersten von: {finding}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>the last is {last}, the number of values {total}</source>
      <translation>der letzte ist {last}, die Zahl der Werte {total}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>the model's {input} takes {takes}</source>
      <translation>die Eingabe {input} des Modells nimmt {takes}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>the objects are empty</source>
      <translation>die Objekte sind leer</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>the objects under its keys have different fields</source>
      <translation>die Objekte unter ihren Schlüsseln haben verschiedene Felder</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/cells.py" />
      <location filename="../../padviewer/gui/views/common/lines.py" />
      <source>the rows that were chosen</source>
      <translation>die gewählten Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>the tensor alone, memory-mapped</source>
      <translation>nur der Tensor, als Memory-Map lesbar</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>their sum is {last}, the number of values {total}</source>
      <translation>ihre Summe ist {last}, die Zahl der Werte {total}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>they are NaN.</source>
      <translation>sie sind NaN.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they are beyond 64 bits with a sign</source>
      <translation>sie liegen über 64 Bit mit Vorzeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they are fractions of type {d}</source>
      <translation>sie sind Brüche vom Typ {d}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/frame.py" />
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>they are marked as missing.</source>
      <translation>sie sind als fehlend markiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>they are marked as missing. A step with a missing value inside counts as missing.</source>
      <translation>sie sind als fehlend markiert. Ein Schritt mit einem fehlenden Wert darin zählt als fehlend.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they are no numbers</source>
      <translation>sie sind keine Zahlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/exports.py" />
      <source>they cannot cut its bytes, {total}, into texts</source>
      <translation>sie können seine Bytes, {total}, nicht in Texte teilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they fall behind row {row}</source>
      <translation>sie fallen hinter Zeile {row}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they have {axes} axes</source>
      <translation>sie haben {axes} Achsen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>they hold NaN</source>
      <translation>sie enthalten NaN</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>tokens and a vocabulary</source>
      <translation>Tokens und ein Vokabular</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>tokens with tags</source>
      <translation>Tokens mit Tags</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>true or false</source>
      <translation>wahr oder falsch</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>unclear</source>
      <translation>unklar</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>undone</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>value {value}</source>
      <translation>Wert {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>with a currency sign</source>
      <translation>mit einem Währungszeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>with a decimal comma</source>
      <translation>mit einem Dezimalkomma</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>with a percent sign</source>
      <translation>mit einem Prozentzeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>with thousands marks</source>
      <translation>mit Tausenderzeichen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <source>word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/step_words.py" />
      <source>words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/read_as.py" />
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>yes or no</source>
      <translation>ja oder nein</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/lists.py" />
      <source>yours</source>
      <translation>Ihre</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>{action}: {step}</source>
      <translation>{action}: {step}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>{array}, shape {shape}, {dtype}, {size}</source>
      <translation>{array}, Form {shape}, {dtype}, {size}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/values.py" />
      <source>{axes} ragged axes (the limit is {most})</source>
      <translation>{axes} Achsen mit ungleichen Längen (die Grenze ist {most})</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>{capitalize} is pre or post, not {side}.</source>
      <translation>{capitalize} ist pre oder post, nicht {side}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{capitalize} is {said}, not {word}.</source>
      <translation>{capitalize} ist {said}, nicht {word}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/cell_text.py" />
      <location filename="../../padviewer/core/picture/code.py" />
      <source>{cells} were not copied; {most} is the most.</source>
      <translation>{cells} wurden nicht kopiert; höchstens sind es {most}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{choice} has {value}; the ragged axes are {ragged_axes}.</source>
      <translation>{choice} hat {value}; ungleich lange Achsen: {ragged_axes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/painting.py" />
      <source>{column} {label}</source>
      <translation>{column} {label}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>{column} {label}.</source>
      <translation>{column} {label}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{column} → {tensor}</source>
      <translation>{column} → {tensor}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/main_window.py" />
      <source>{column}, only looked at</source>
      <translation>{column}, nur angesehen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/columns.py" />
      <source>{column}, {type}, steps: {lengths}, {role}</source>
      <translation>{column}, {type}, Schritte: {lengths}, {role}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/classes.py" />
      <source>{count} NaN at their ends are no steps</source>
      <comment>{count} NaN at their ends is no step</comment>
      <translation>
        <numerusform>{count} NaN an ihren Enden ist kein Schritt</numerusform>
        <numerusform>{count} NaN an ihren Enden sind keine Schritte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <source>{count} axes</source>
      <comment>{count} axis</comment>
      <translation>
        <numerusform>{count} Achse</numerusform>
        <numerusform>{count} Achsen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/lines.py" />
      <source>{count} blank lines are no rows.</source>
      <comment>{count} blank line is no row.</comment>
      <translation>
        <numerusform>{count} leere Textzeile ist keine Zeile.</numerusform>
        <numerusform>{count} leere Textzeilen sind keine Zeilen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{count} categories</source>
      <comment>{count} category</comment>
      <translation>
        <numerusform>{count} Kategorie</numerusform>
        <numerusform>{count} Kategorien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <location filename="../../padviewer/core/export/cell_text.py" />
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <location filename="../../padviewer/core/picture/code.py" />
      <source>{count} cells</source>
      <comment>{count} cell</comment>
      <translation>
        <numerusform>{count} Zelle</numerusform>
        <numerusform>{count} Zellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>{count} cells are left out</source>
      <comment>{count} cell is left out</comment>
      <translation>
        <numerusform>{count} Zelle ist weggelassen</numerusform>
        <numerusform>{count} Zellen sind weggelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>{count} cells have no value: {formulas} of them formulas that were saved without one, {errors} errors such as #N/A. They are read as empty.</source>
      <comment>{count} cell has no value: {formulas} of them formulas that were saved without one, {errors} errors such as #N/A. It is read as empty.</comment>
      <translation>
        <numerusform>{count} Zelle hat keinen Wert: {formulas} davon Formeln, die ohne Wert gespeichert wurden, {errors} Fehler wie #N/A. Sie ist als leer gelesen.</numerusform>
        <numerusform>{count} Zellen haben keinen Wert: {formulas} davon Formeln, die ohne Wert gespeichert wurden, {errors} Fehler wie #N/A. Sie sind als leer gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>{count} cells of “{name}” are abbreviated with “...” (rows {rows}): the values between are not in the file.</source>
      <comment>{count} cell of “{name}” is abbreviated with “...” (row {rows}): the values between are not in the file.</comment>
      <translation>
        <numerusform>{count} Zelle von „{name}“ ist mit „...“ abgekürzt (Zeile {rows}): Die Werte dazwischen sind nicht in der Datei.</numerusform>
        <numerusform>{count} Zellen von „{name}“ sind mit „...“ abgekürzt (Zeilen {rows}): Die Werte dazwischen sind nicht in der Datei.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/padding/step_words.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{count} characters</source>
      <comment>{count} character</comment>
      <translation>
        <numerusform>{count} Zeichen</numerusform>
        <numerusform>{count} Zeichen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <source>{count} columns</source>
      <comment>{count} column</comment>
      <translation>
        <numerusform>{count} Spalte</numerusform>
        <numerusform>{count} Spalten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>{count} cut at the end</source>
      <translation>{count} am Ende abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>{count} cut at the start</source>
      <translation>{count} am Anfang abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>{count} cut in the middle</source>
      <translation>{count} in der Mitte abgeschnitten</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>{count} documents are written as Python prints them, not as JSON; they are read so.</source>
      <comment>{count} document is written as Python prints it, not as JSON; it is read so.</comment>
      <translation>
        <numerusform>{count} Dokument ist geschrieben, wie Python es ausgibt, nicht als JSON; so wird es gelesen.</numerusform>
        <numerusform>{count} Dokumente sind geschrieben, wie Python sie ausgibt, nicht als JSON; so werden sie gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/columns.py" />
      <source>{count} empty items between others of “{name}” are no steps.</source>
      <comment>{count} empty item between others of “{name}” is no step.</comment>
      <translation>
        <numerusform>{count} leeres Element zwischen anderen von „{name}“ ist kein Schritt.</numerusform>
        <numerusform>{count} leere Elemente zwischen anderen von „{name}“ sind keine Schritte.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>{count} empty rows</source>
      <comment>{count} empty row</comment>
      <translation>
        <numerusform>{count} leere Zeile</numerusform>
        <numerusform>{count} leere Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/export/not_held.py" />
      <source>{count} empty texts of “{name}” are written as empty cells, as missing ones are; they read back as missing.</source>
      <comment>{count} empty text of “{name}” is written as an empty cell, as missing ones are; it reads back as missing.</comment>
      <translation>
        <numerusform>{count} leerer Text von „{name}“ wird als leere Zelle geschrieben, wie fehlende; er wird als fehlend gelesen.</numerusform>
        <numerusform>{count} leere Texte von „{name}“ werden als leere Zellen geschrieben, wie fehlende; sie werden als fehlend gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>{count} features</source>
      <comment>{count} feature</comment>
      <translation>
        <numerusform>{count} Merkmal</numerusform>
        <numerusform>{count} Merkmale</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <source>{count} fields</source>
      <comment>{count} field</comment>
      <translation>
        <numerusform>{count} Feld</numerusform>
        <numerusform>{count} Felder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/window/start.py" />
      <source>{count} files</source>
      <comment>{count} file</comment>
      <translation>
        <numerusform>{count} Datei</numerusform>
        <numerusform>{count} Dateien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>{count} images</source>
      <comment>{count} image</comment>
      <translation>
        <numerusform>{count} Bild</numerusform>
        <numerusform>{count} Bilder</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} inner rows of “{name}” lose {steps}. The longest has {most} of at most {width}.</source>
      <comment>{count} inner row of “{name}” loses {steps}. It has {most} of at most {width}.</comment>
      <translation>
        <numerusform>{count} innere Zeile von „{name}“ verliert {steps}. Sie hat {most} bei höchstens {width}.</numerusform>
        <numerusform>{count} innere Zeilen von „{name}“ verlieren {steps}. Die längste hat {most} bei höchstens {width}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{count} inputs</source>
      <comment>{count} input</comment>
      <translation>
        <numerusform>{count} Eingabe</numerusform>
        <numerusform>{count} Eingaben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>{count} integers of “{name}” are rounded: the column also holds fractions, and float64 holds integers exactly only up to 9,007,199,254,740,992.</source>
      <comment>{count} integer of “{name}” is rounded: the column also holds fractions, and float64 holds integers exactly only up to 9,007,199,254,740,992.</comment>
      <translation>
        <numerusform>{count} ganze Zahl von „{name}“ wird gerundet: Die Spalte enthält auch Brüche, und float64 hält ganze Zahlen nur bis 9.007.199.254.740.992 genau.</numerusform>
        <numerusform>{count} ganze Zahlen von „{name}“ werden gerundet: Die Spalte enthält auch Brüche, und float64 hält ganze Zahlen nur bis 9.007.199.254.740.992 genau.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <source>{count} items</source>
      <comment>{count} item</comment>
      <translation>
        <numerusform>{count} Eintrag</numerusform>
        <numerusform>{count} Einträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>{count} lines above the table are no rows: “{shown}”.</source>
      <comment>{count} line above the table is no row: “{shown}”.</comment>
      <translation>
        <numerusform>{count} Textzeile über der Tabelle ist keine Zeile: „{shown}“.</numerusform>
        <numerusform>{count} Textzeilen über der Tabelle sind keine Zeilen: „{shown}“.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>{count} lines are comments or titles and no rows.</source>
      <comment>{count} line is a comment or title and no row.</comment>
      <translation>
        <numerusform>{count} Textzeile ist ein Kommentar oder Titel und keine Zeile.</numerusform>
        <numerusform>{count} Textzeilen sind Kommentare oder Titel und keine Zeilen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/text/conll.py" />
      <source>{count} lines have fewer fields than the first one; the last ones are missing.</source>
      <comment>{count} line has fewer fields than the first one; the last ones are missing.</comment>
      <translation>
        <numerusform>{count} Textzeile hat weniger Felder als die erste; die letzten fehlen.</numerusform>
        <numerusform>{count} Textzeilen haben weniger Felder als die erste; die letzten fehlen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/long.py" />
      <source>{count} lines have no “{name}”, and are left out.</source>
      <comment>{count} line has no “{name}”, and is left out.</comment>
      <translation>
        <numerusform>{count} Textzeile hat keine „{name}“ und ist weggelassen.</numerusform>
        <numerusform>{count} Textzeilen haben keine „{name}“ und sind weggelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/long.py" />
      <source>{count} lines have no “{order}”: they come last in their rows, in the file's order.</source>
      <comment>{count} line has no “{order}”: it comes last in its row.</comment>
      <translation>
        <numerusform>{count} Textzeile hat keine „{order}“: Sie kommt in ihrer Zeile zuletzt.</numerusform>
        <numerusform>{count} Textzeilen haben keine „{order}“: Sie kommen in ihren Zeilen zuletzt, in der Ordnung der Datei.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/long.py" />
      <source>{count} lines have the same “{order}” as another one of their row; all are steps, in the file's order.</source>
      <comment>{count} line has the same “{order}” as another one of its row; both are steps, in the file's order.</comment>
      <translation>
        <numerusform>{count} Textzeile hat dieselbe „{order}“ wie eine andere ihrer Zeile; beide sind Schritte, in der Ordnung der Datei.</numerusform>
        <numerusform>{count} Textzeilen haben dieselbe „{order}“ wie eine andere ihrer Zeile; alle sind Schritte, in der Ordnung der Datei.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>{count} lines that begin with “#” are no rows.</source>
      <comment>{count} line that begins with “#” is no row.</comment>
      <translation>
        <numerusform>{count} Textzeile, die mit „#“ beginnt, ist keine Zeile.</numerusform>
        <numerusform>{count} Textzeilen, die mit „#“ beginnen, sind keine Zeilen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>{count} marked: {which}</source>
      <translation>{count} markiert: {which}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>{count} missing</source>
      <comment>{count} missing</comment>
      <translation>
        <numerusform>{count} fehlt</numerusform>
        <numerusform>{count} fehlen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{count} numbers of “{name}” are beyond 64 bits with a sign (2**63 and more); the column is read as uint64.</source>
      <comment>{count} number of “{name}” is beyond 64 bits with a sign (2**63 and more); the column is read as uint64.</comment>
      <translation>
        <numerusform>{count} Zahl von „{name}“ passt nicht in 64 Bit mit Vorzeichen (2**63 und mehr); die Spalte wird als uint64 gelesen.</numerusform>
        <numerusform>{count} Zahlen von „{name}“ passen nicht in 64 Bit mit Vorzeichen (2**63 und mehr); die Spalte wird als uint64 gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/columns.py" />
      <source>{count} numbers of “{name}” are written with leading zeros, which numbers do not keep.</source>
      <comment>{count} number of “{name}” is written with leading zeros, which numbers do not keep.</comment>
      <translation>
        <numerusform>{count} Zahl von „{name}“ ist mit führenden Nullen geschrieben, die Zahlen nicht behalten.</numerusform>
        <numerusform>{count} Zahlen von „{name}“ sind mit führenden Nullen geschrieben, die Zahlen nicht behalten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>{count} of {n} rows of “{name}” have another length than the others. {told}</source>
      <comment>{count} of {n} rows of “{name}” has another length than the others. {told}</comment>
      <translation>
        <numerusform>{count} von {n} Zeilen von „{name}“ hat eine andere Länge als die anderen. {told}</numerusform>
        <numerusform>{count} von {n} Zeilen von „{name}“ haben eine andere Länge als die anderen. {told}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>{count} of {n} rows of “{name}” have steps of another size than the others. {told}</source>
      <comment>{count} of {n} rows of “{name}” has steps of another size than the others. {told}</comment>
      <translation>
        <numerusform>{count} von {n} Zeilen von „{name}“ hat Schritte anderer Größe als die anderen. {told}</numerusform>
        <numerusform>{count} von {n} Zeilen von „{name}“ haben Schritte anderer Größe als die anderen. {told}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{count} of {total} cells of “{name}” are neither true nor false: {cells}.</source>
      <comment>{count} of {total} cells of “{name}” is neither true nor false: {cells}.</comment>
      <translation>
        <numerusform>{count} von {total} Zellen von „{name}“ ist weder wahr noch falsch: {cells}.</numerusform>
        <numerusform>{count} von {total} Zellen von „{name}“ sind weder wahr noch falsch: {cells}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>{count} of {total} cells of “{name}” are no lists as the others are: {cells}. They are read as empty rows.</source>
      <comment>{count} of {total} cells of “{name}” is no list as the others are: {cells}. It is read as an empty row.</comment>
      <translation>
        <numerusform>{count} von {total} Zellen von „{name}“ ist keine Liste, wie die anderen es sind: {cells}. Sie wird als leere Zeile gelesen.</numerusform>
        <numerusform>{count} von {total} Zellen von „{name}“ sind keine Listen, wie die anderen es sind: {cells}. Sie werden als leere Zeilen gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{count} of {total} cells of “{name}” are no numbers: {cells}.</source>
      <comment>{count} of {total} cells of “{name}” is no number: {cells}.</comment>
      <translation>
        <numerusform>{count} von {total} Zellen von „{name}“ ist keine Zahl: {cells}.</numerusform>
        <numerusform>{count} von {total} Zellen von „{name}“ sind keine Zahlen: {cells}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{count} of {total} cells of “{name}” are numbers written {how}: {cells}.</source>
      <comment>{count} of {total} cells of “{name}” is a number written {how}: {cells}.</comment>
      <translation>
        <numerusform>{count} von {total} Zellen von „{name}“ ist eine Zahl, geschrieben {how}: {cells}.</numerusform>
        <numerusform>{count} von {total} Zellen von „{name}“ sind Zahlen, geschrieben {how}: {cells}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>{count} of {total} cells of “{name}” in brackets could not be read as lists: {cells}. The column is read as text.</source>
      <comment>{count} of {total} cells of “{name}” in brackets could not be read as a list: {cells}. The column is read as text.</comment>
      <translation>
        <numerusform>{count} von {total} Zellen von „{name}“ in Klammern konnte nicht als Liste gelesen werden: {cells}. Die Spalte wird als Text gelesen.</numerusform>
        <numerusform>{count} von {total} Zellen von „{name}“ in Klammern konnten nicht als Listen gelesen werden: {cells}. Die Spalte wird als Text gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/text/numbers.py" />
      <source>{count} of {total} lines have another number of values than the others, {usual}: rows {rows}.</source>
      <comment>{count} of {total} lines has another number of values than the others, {usual}: row {rows}.</comment>
      <translation>
        <numerusform>{count} von {total} Textzeilen hat eine andere Zahl von Werten als die anderen, {usual}: Zeile {rows}.</numerusform>
        <numerusform>{count} von {total} Textzeilen haben eine andere Zahl von Werten als die anderen, {usual}: Zeilen {rows}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{count} of {total} values of “{name}” are no numbers: {places}. They are read as missing.</source>
      <comment>{count} of {total} values of “{name}” is no number: {places}. It is read as missing.</comment>
      <translation>
        <numerusform>{count} von {total} Werten von „{name}“ ist keine Zahl: {places}. Er wird als fehlend gelesen.</numerusform>
        <numerusform>{count} von {total} Werten von „{name}“ sind keine Zahlen: {places}. Sie werden als fehlend gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{count} of {total} values of “{name}” are no texts: {places}.</source>
      <comment>{count} of {total} values of “{name}” is no text: {places}.</comment>
      <translation>
        <numerusform>{count} von {total} Werten von „{name}“ ist kein Text: {places}.</numerusform>
        <numerusform>{count} von {total} Werten von „{name}“ sind keine Texte: {places}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{count} of {total} values of “{name}” are numbers written as texts: {places}. They are read as numbers.</source>
      <comment>{count} of {total} values of “{name}” is a number written as a text: {places}. It is read as a number.</comment>
      <translation>
        <numerusform>{count} von {total} Werten von „{name}“ ist eine als Text geschriebene Zahl: {places}. Er wird als Zahl gelesen.</numerusform>
        <numerusform>{count} von {total} Werten von „{name}“ sind als Text geschriebene Zahlen: {places}. Sie werden als Zahlen gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{count} of {total} values of “{name}” are texts: {places}.</source>
      <comment>{count} of {total} values of “{name}” is a text: {places}.</comment>
      <translation>
        <numerusform>{count} von {total} Werten von „{name}“ ist ein Text: {places}.</numerusform>
        <numerusform>{count} von {total} Werten von „{name}“ sind Texte: {places}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{count} of {total} values of “{name}” are true or false: {places}. They are read as 1 and 0.</source>
      <comment>{count} of {total} values of “{name}” is true or false: {places}. It is read as 1 or 0.</comment>
      <translation>
        <numerusform>{count} von {total} Werten von „{name}“ ist wahr oder falsch: {places}. Er wird als 1 oder 0 gelesen.</numerusform>
        <numerusform>{count} von {total} Werten von „{name}“ sind wahr oder falsch: {places}. Sie werden als 1 und 0 gelesen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/row/reading.py" />
      <source>{count} padding</source>
      <translation>{count} Padding</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>{count} places are not valid UTF-8; each reads as the replacement character “�”.</source>
      <comment>{count} place is not valid UTF-8; it reads as the replacement character “�”.</comment>
      <translation>
        <numerusform>{count} Stelle ist kein gültiges UTF-8; dort steht das Ersatzzeichen „�“.</numerusform>
        <numerusform>{count} Stellen sind kein gültiges UTF-8; an jeder steht das Ersatzzeichen „�“.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>{count} ranges of merged cells have their values in their first cells alone; the others are empty.</source>
      <comment>{count} range of merged cells has its value in its first cell alone; the others are empty.</comment>
      <translation>
        <numerusform>{count} Bereich verbundener Zellen hat seinen Wert nur in der ersten Zelle; die anderen sind leer.</numerusform>
        <numerusform>{count} Bereiche verbundener Zellen haben ihre Werte nur in ihren ersten Zellen; die anderen sind leer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} real steps of “{name}” equal the fill value {fill} in every feature. A model that masks this value drops them.</source>
      <comment>{count} real step of “{name}” equals the fill value {fill} in every feature. A model that masks this value drops it.</comment>
      <translation>
        <numerusform>{count} echter Schritt von „{name}“ ist in jedem Merkmal gleich dem Füllwert {fill}. Ein Modell, das diesen Wert maskiert, lässt ihn weg.</numerusform>
        <numerusform>{count} echte Schritte von „{name}“ sind in jedem Merkmal gleich dem Füllwert {fill}. Ein Modell, das diesen Wert maskiert, lässt sie weg.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} real values of “{name}” equal the fill value {fill}. A model that masks this value drops them.</source>
      <comment>{count} real value of “{name}” equals the fill value {fill}. A model that masks this value drops it.</comment>
      <translation>
        <numerusform>{count} echter Wert von „{name}“ ist gleich dem Füllwert {fill}. Ein Modell, das diesen Wert maskiert, lässt ihn weg.</numerusform>
        <numerusform>{count} echte Werte von „{name}“ sind gleich dem Füllwert {fill}. Ein Modell, das diesen Wert maskiert, lässt sie weg.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <location filename="../../padviewer/core/checks/agreement.py" />
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <location filename="../../padviewer/core/readers/json/fields.py" />
      <location filename="../../padviewer/core/rows/steps.py" />
      <location filename="../../padviewer/gui/charts/lengths_drawn.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <location filename="../../padviewer/gui/session/recent.py" />
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <location filename="../../padviewer/gui/window/start.py" />
      <source>{count} rows</source>
      <comment>{count} row</comment>
      <translation>
        <numerusform>{count} Zeile</numerusform>
        <numerusform>{count} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/window/status.py" />
      <source>{count} rows cut</source>
      <comment>{count} row cut</comment>
      <translation>
        <numerusform>{count} Zeile abgeschnitten</numerusform>
        <numerusform>{count} Zeilen abgeschnitten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>{count} rows have empty cells too many behind the table’s {width}.</source>
      <comment>{count} row has an empty cell too many behind the table’s {width}.</comment>
      <translation>
        <numerusform>{count} Zeile hat hinter der Tabelle ({width}) eine leere Zelle zu viel.</numerusform>
        <numerusform>{count} Zeilen haben hinter der Tabelle ({width}) leere Zellen zu viel.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/delimited.py" />
      <source>{count} rows have fewer than {width} cells; the last ones are missing.</source>
      <comment>{count} row has fewer than {width} cells; the last ones are missing.</comment>
      <translation>
        <numerusform>{count} Zeile hat weniger als {width} Zellen; die letzten fehlen.</numerusform>
        <numerusform>{count} Zeilen haben weniger als {width} Zellen; die letzten fehlen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/header.py" />
      <source>{count} rows have more cells than the table, which has {width} (rows {rows}): {lost}, and the others may stand in the wrong columns.</source>
      <comment>{count} row has more cells than the table, which has {width} (row {rows}): {lost}, and the others may stand in the wrong columns.</comment>
      <translation>
        <numerusform>{count} Zeile hat mehr Zellen als die Tabelle, die {width} hat (Zeile {rows}): {lost}, und die anderen stehen vielleicht in falschen Spalten.</numerusform>
        <numerusform>{count} Zeilen haben mehr Zellen als die Tabelle, die {width} hat (Zeilen {rows}): {lost}, und die anderen stehen vielleicht in falschen Spalten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of more than {steps} make “{name}” {times} × as large as p99 would: {share} is padding. Maxlen {p99} loses {lost} of {total}.</source>
      <comment>{count} row of more than {steps} makes “{name}” {times} × as large as p99 would: {share} is padding. Maxlen {p99} loses {lost} of {total}.</comment>
      <translation>
        <numerusform>{count} Zeile mit mehr als {steps} macht „{name}“ {times} × so groß, wie p99 es täte: {share} ist Padding. Maxlen {p99} verliert {lost} von {total}.</numerusform>
        <numerusform>{count} Zeilen mit mehr als {steps} machen „{name}“ {times} × so groß, wie p99 es täte: {share} ist Padding. Maxlen {p99} verliert {lost} von {total}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” are empty. Nothing but padding stands there: a masked average of one is NaN, and cuDNN's LSTM and GRU take no mask with such a row.</source>
      <comment>{count} row of “{name}” is empty. Nothing but padding stands there: a masked average of it is NaN, and cuDNN's LSTM and GRU take no mask with such a row.</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ ist leer. Dort steht nur Padding: Ein maskierter Mittelwert davon ist NaN, und LSTM und GRU von cuDNN nehmen keine Maske mit einer solchen Zeile an.</numerusform>
        <numerusform>{count} Zeilen von „{name}“ sind leer. Dort steht nur Padding: Ein maskierter Mittelwert davon ist NaN, und LSTM und GRU von cuDNN nehmen keine Maske mit einer solchen Zeile an.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/remarks.py" />
      <source>{count} rows of “{name}” are null and read as empty rows.</source>
      <comment>{count} row of “{name}” is null and read as an empty row.</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ ist null und wird als leere Zeile gelesen.</numerusform>
        <numerusform>{count} Zeilen von „{name}“ sind null und werden als leere Zeilen gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” are padded at both ends. {gpu}</source>
      <comment>{count} row of “{name}” is padded at both ends. {gpu}</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ ist an beiden Enden aufgefüllt. {gpu}</numerusform>
        <numerusform>{count} Zeilen von „{name}“ sind an beiden Enden aufgefüllt. {gpu}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” are padded at their start. {gpu}</source>
      <comment>{count} row of “{name}” is padded at its start. {gpu}</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ ist am Anfang aufgefüllt. {gpu}</numerusform>
        <numerusform>{count} Zeilen von „{name}“ sind am Anfang aufgefüllt. {gpu}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” lose {lost} at their end. {told}</source>
      <comment>{count} row of “{name}” loses {lost} at its end. {told}</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ verliert {lost} am Ende. {told}</numerusform>
        <numerusform>{count} Zeilen von „{name}“ verlieren {lost} am Ende. {told}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” lose {lost} at their start. {told}</source>
      <comment>{count} row of “{name}” loses {lost} at its start. {told}</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ verliert {lost} am Anfang. {told}</numerusform>
        <numerusform>{count} Zeilen von „{name}“ verlieren {lost} am Anfang. {told}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/lengths.py" />
      <source>{count} rows of “{name}” lose {lost} in their middle. {told}</source>
      <comment>{count} row of “{name}” loses {lost} in its middle. {told}</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ verliert {lost} in der Mitte. {told}</numerusform>
        <numerusform>{count} Zeilen von „{name}“ verlieren {lost} in der Mitte. {told}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/csv/export.py" />
      <source>{count} rows of “{name}” may be padded at their ends or at their beginnings: there is the same value at both. The padding is taken to be at the ends.</source>
      <comment>{count} row of “{name}” may be padded at its end or at its beginning: there is the same value at both. The padding is taken to be at the end.</comment>
      <translation>
        <numerusform>{count} Zeile von „{name}“ könnte am Ende oder am Anfang aufgefüllt sein: An beiden steht derselbe Wert. Das Padding wird am Ende angenommen.</numerusform>
        <numerusform>{count} Zeilen von „{name}“ könnten am Ende oder am Anfang aufgefüllt sein: An beiden steht derselbe Wert. Das Padding wird am Ende angenommen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>{count} rows so far</source>
      <comment>{count} row so far</comment>
      <translation>
        <numerusform>bisher {count} Zeile</numerusform>
        <numerusform>bisher {count} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>{count} rows were searched.</source>
      <comment>{count} row was searched.</comment>
      <translation>
        <numerusform>{count} Zeile wurde durchsucht.</numerusform>
        <numerusform>{count} Zeilen wurden durchsucht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/choices/empty_rows.py" />
      <source>{count} rows without a step are left out, labels too: rows {which}. The others keep their numbers.</source>
      <comment>{count} row without a step is left out, labels too: row {which}. The others keep their numbers.</comment>
      <translation>
        <numerusform>{count} Zeile ohne Schritt wird weggelassen, samt Label: Zeile {which}. Die anderen behalten ihre Nummern.</numerusform>
        <numerusform>{count} Zeilen ohne Schritt werden weggelassen, samt Labels: Zeilen {which}. Die anderen behalten ihre Nummern.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <location filename="../../padviewer/core/checks/lengths.py" />
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <location filename="../../padviewer/core/padding/step_words.py" />
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <location filename="../../padviewer/gui/views/row/view.py" />
      <location filename="../../padviewer/gui/views/table/reading.py" />
      <source>{count} steps</source>
      <comment>{count} step</comment>
      <translation>
        <numerusform>{count} Schritt</numerusform>
        <numerusform>{count} Schritte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>{count} steps: {kept} kept</source>
      <comment>{count} step: {kept} kept</comment>
      <translation>
        <numerusform>{count} Schritt: {kept} behalten</numerusform>
        <numerusform>{count} Schritte: {kept} behalten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{count} tensors ({names})</source>
      <comment>{count} tensor ({names})</comment>
      <translation>
        <numerusform>{count} Tensor ({names})</numerusform>
        <numerusform>{count} Tensoren ({names})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/amounts.py" />
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>{count} values</source>
      <comment>{count} value</comment>
      <translation>
        <numerusform>{count} Wert</numerusform>
        <numerusform>{count} Werte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/json/parsing.py" />
      <source>{count} values are written NaN or Infinity, which JSON does not have; they are read so.</source>
      <comment>{count} value is written NaN or Infinity, which JSON does not have; it is read so.</comment>
      <translation>
        <numerusform>{count} Wert ist als NaN oder Infinity geschrieben, was JSON nicht kennt; so wird er gelesen.</numerusform>
        <numerusform>{count} Werte sind als NaN oder Infinity geschrieben, was JSON nicht kennt; so werden sie gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/lines.py" />
      <source>{count} values of “{column}” are missing.</source>
      <comment>{count} value of “{column}” is missing.</comment>
      <translation>
        <numerusform>{count} Wert von „{column}“ fehlt.</numerusform>
        <numerusform>{count} Werte von „{column}“ fehlen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” ({source}) are changed to fit {dtype}. {becomes}</source>
      <comment>{count} value of “{name}” ({source}) is changed to fit {dtype}. {becomes}</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ({source}) wird geändert, damit er in {dtype} passt. {becomes}</numerusform>
        <numerusform>{count} Werte von „{name}“ ({source}) werden geändert, damit sie in {dtype} passen. {becomes}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” ({source}) are rounded to {dtype}.</source>
      <comment>{count} value of “{name}” ({source}) is rounded to {dtype}.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ({source}) wird auf {dtype} gerundet.</numerusform>
        <numerusform>{count} Werte von „{name}“ ({source}) werden auf {dtype} gerundet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/padding/gathering.py" />
      <source>{count} values of “{name}” ({source}) do not fit {dtype}.</source>
      <comment>{count} value of “{name}” ({source}) does not fit {dtype}.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ({source}) passt nicht in {dtype}.</numerusform>
        <numerusform>{count} Werte von „{name}“ ({source}) passen nicht in {dtype}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” ({source}) do not fit {dtype}. The export is refused.</source>
      <comment>{count} value of “{name}” ({source}) does not fit {dtype}. The export is refused.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ({source}) passt nicht in {dtype}. Der Export wird abgelehnt.</numerusform>
        <numerusform>{count} Werte von „{name}“ ({source}) passen nicht in {dtype}. Der Export wird abgelehnt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” are NaN. One is enough to make a loss NaN.</source>
      <comment>{count} value of “{name}” is NaN. One is enough to make a loss NaN.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ist NaN. Einer genügt, um einen Loss zu NaN zu machen.</numerusform>
        <numerusform>{count} Werte von „{name}“ sind NaN. Einer genügt, um einen Loss zu NaN zu machen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” are infinite. One is enough to make a loss NaN.</source>
      <comment>{count} value of “{name}” is infinite. One is enough to make a loss NaN.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ ist unendlich. Einer genügt, um einen Loss zu NaN zu machen.</numerusform>
        <numerusform>{count} Werte von „{name}“ sind unendlich. Einer genügt, um einen Loss zu NaN zu machen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” are missing, and {dtype} has no missing value. The export is refused.</source>
      <comment>{count} value of “{name}” is missing, and {dtype} has no missing value. The export is refused.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ fehlt, und {dtype} hat keinen fehlenden Wert. Der Export wird abgelehnt.</numerusform>
        <numerusform>{count} Werte von „{name}“ fehlen, und {dtype} hat keinen fehlenden Wert. Der Export wird abgelehnt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/values.py" />
      <source>{count} values of “{name}” are missing, and {dtype} has no missing value. There they become 0.</source>
      <comment>{count} value of “{name}” is missing, and {dtype} has no missing value. There it becomes 0.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ fehlt, und {dtype} hat keinen fehlenden Wert. Dort wird er 0.</numerusform>
        <numerusform>{count} Werte von „{name}“ fehlen, und {dtype} hat keinen fehlenden Wert. Dort werden sie 0.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/padding/gathering.py" />
      <source>{count} values of “{name}” are missing, first in row {row}; {dtype} has no missing value.</source>
      <comment>{count} value of “{name}” is missing, first in row {row}; {dtype} has no missing value.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ fehlt, zuerst in Zeile {row}; {dtype} hat keinen fehlenden Wert.</numerusform>
        <numerusform>{count} Werte von „{name}“ fehlen, zuerst in Zeile {row}; {dtype} hat keinen fehlenden Wert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/export/__init__.py" />
      <source>{count} values of “{name}” were changed to fit {dtype}.</source>
      <comment>{count} value of “{name}” was changed to fit {dtype}.</comment>
      <translation>
        <numerusform>{count} Wert von „{name}“ wurde geändert, um in {dtype} zu passen.</numerusform>
        <numerusform>{count} Werte von „{name}“ wurden geändert, um in {dtype} zu passen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/excel/workbook.py" />
      <source>{count} whole numbers are beyond 9,007,199,254,740,992: a workbook holds them exactly up to there.</source>
      <comment>{count} whole number is beyond 9,007,199,254,740,992: a workbook holds them exactly up to there.</comment>
      <translation>
        <numerusform>{count} ganze Zahl liegt jenseits von 9.007.199.254.740.992: Bis dahin hält eine Arbeitsmappe sie genau.</numerusform>
        <numerusform>{count} ganze Zahlen liegen jenseits von 9.007.199.254.740.992: Bis dahin hält eine Arbeitsmappe sie genau.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/padding/step_words.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <location filename="../../padviewer/gui/views/row/view.py" />
      <source>{count} words</source>
      <comment>{count} word</comment>
      <translation>
        <numerusform>{count} Wort</numerusform>
        <numerusform>{count} Wörter</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{day} {month}</source>
      <translation>{day}. {month}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{day} {month} {year}</source>
      <translation>{day}. {month} {year}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>{dropped} files were dropped; {names} are opened.</source>
      <comment>{dropped} files were dropped; {names} is opened.</comment>
      <translation>
        <numerusform>{dropped} Dateien wurden fallen gelassen; {names} wird geöffnet.</numerusform>
        <numerusform>{dropped} Dateien wurden fallen gelassen; {names} werden geöffnet.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>{entry}; {place}</source>
      <translation>{entry}; {place}</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>{filename} would unpack from {compress_size} to {file_size} bytes; the limit is {most_ratio} times.</source>
      <translation>{filename} würde von {compress_size} auf {file_size} Bytes entpackt; die Grenze ist das {most_ratio}-Fache.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>{file} has changed on the disk. The rows that were read are shown.</source>
      <translation>{file} hat sich auf der Platte geändert. Gezeigt werden die gelesenen Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_state.py" />
      <source>{file} has changed since; the recipe is applied to what it holds now.</source>
      <translation>{file} hat sich seitdem geändert; das Rezept wird auf den jetzigen Inhalt angewandt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_file.py" />
      <source>{file} is larger than any session.</source>
      <translation>{file} ist größer als jede Sitzung.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>{file} is not there any more. The rows that were read are shown.</source>
      <translation>{file} ist nicht mehr da. Gezeigt werden die gelesenen Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/window_file.py" />
      <source>{file} is of another PadViewer.</source>
      <translation>{file} ist von einem anderen PadViewer.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>{file} is there already, and no export of PadViewer wrote it as it is now.</source>
      <translation>{file} ist schon da, und kein Export von PadViewer hat sie so geschrieben, wie sie jetzt ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>{file} is there already. Give its whole name to replace it.</source>
      <translation>{file} ist schon da. Geben Sie den ganzen Namen an, um sie zu ersetzen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>{file} is there already. The export replaces it.</source>
      <translation>{file} ist schon da. Der Export ersetzt sie.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <location filename="../../padviewer/gui/dialogs/picture.py" />
      <source>{file} is written, {size}.</source>
      <translation>{file} ist geschrieben, {size}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>{file} was not opened</source>
      <translation>{file} wurde nicht geöffnet</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/loader.py" />
      <source>{file} was not read to its end</source>
      <translation>{file} wurde nicht zu Ende gelesen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>{file} was read again, its columns with their choices; the history begins anew.</source>
      <translation>{file} wurde neu gelesen, die Spalten mit ihrer Wahl; der Verlauf beginnt neu.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>{file} was read again; the history begins anew.</source>
      <translation>{file} wurde neu gelesen; der Verlauf beginnt neu.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{first} and {count} others</source>
      <comment>{first} and {count} other</comment>
      <translation>
        <numerusform>{first} und {count} weitere</numerusform>
        <numerusform>{first} und {count} weitere</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{first} and {then}</source>
      <translation>{first} und {then}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>{first} or {then}</source>
      <translation>{first} oder {then}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/sentence.py" />
      <source>{first} {then}</source>
      <translation>{first} {then}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>{first}, {then}</source>
      <translation>{first}, {then}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>{first}; {then}</source>
      <translation>{first}; {then}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/openings.py" />
      <source>{folder} holds no file that can be opened.</source>
      <translation>{folder} enthält keine Datei, die geöffnet werden kann.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/options.py" />
      <source>{format} cannot read “{name}” as {way}.</source>
      <translation>{format} kann „{name}“ nicht als {way} lesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/lists.py" />
      <source>{format}, {note}, chosen</source>
      <translation>{format}, {note}, gewählt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{found} of {count} rows so far</source>
      <comment>{found} of {count} row so far</comment>
      <translation>
        <numerusform>{found} in bisher {count} Zeile</numerusform>
        <numerusform>{found} in bisher {count} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{found} · id 1</source>
      <translation>{found} · Id 1</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{found} · ids 1–{last}</source>
      <translation>{found} · Ids 1–{last}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{hours} h ago</source>
      <translation>vor {hours} h</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>{images} · {height} × {width} · black {low}, white {high}</source>
      <translation>{images} · {height} × {width} · schwarz {low}, weiß {high}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>{image} · cut</source>
      <translation>{image} · abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>{image} · marked</source>
      <translation>{image} · markiert</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/actions.py" />
      <source>{key} or {other}</source>
      <translation>{key} oder {other}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>{layer_name} reads {input_name}, which is no input.</source>
      <translation>{layer_name} liest {input_name}, das keine Eingabe ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} ({class_name})</source>
      <translation>{layer} ({class_name})</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>{layer} ({class_name}) cannot take what {model} makes of {shape}.</source>
      <translation>{layer} ({class_name}) kann nicht annehmen, was {model} aus {shape} macht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>{layer} is a {class_name}, which runs code from the file. PadViewer does not load such a model.</source>
      <translation>{layer} ist eine Schicht {class_name}, die Code aus der Datei ausführt. PadViewer lädt so ein Modell nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} is given a mask by hand: the config does not tell which steps it covers.</source>
      <translation>{layer} bekommt eine Maske von Hand: Die Konfiguration sagt nicht, welche Schritte sie umfasst.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} is its author's own code: the config does not tell what it does with the padding.</source>
      <translation>{layer} ist eigener Code des Autors: Die Konfiguration sagt nicht, was damit aus dem Padding wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} makes its mask of values that are computed: they are not known.</source>
      <translation>{layer} macht seine Maske aus berechneten Werten: Sie sind nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks NaN, and nothing equals NaN.</source>
      <translation>{layer} maskiert NaN, und nichts ist gleich NaN.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks it.</source>
      <translation>{layer} maskiert es.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks {value}, and {count} of {padding} padded steps hold something else.</source>
      <comment>{layer} masks {value}, and {count} of {padding} padded steps holds something else.</comment>
      <translation>
        <numerusform>{layer} maskiert {value}, und {count} von {padding} aufgefüllten Schritten enthält etwas anderes.</numerusform>
        <numerusform>{layer} maskiert {value}, und {count} von {padding} aufgefüllten Schritten enthalten etwas anderes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks {value}, and {count} padded steps of “{tensor}” hold something else: the model reads them as data.</source>
      <comment>{layer} masks {value}, and {count} padded step of “{tensor}” holds something else: the model reads it as data.</comment>
      <translation>
        <numerusform>{layer} maskiert {value}, und {count} aufgefüllter Schritt von „{tensor}“ enthält etwas anderes: Das Modell liest ihn als Daten.</numerusform>
        <numerusform>{layer} maskiert {value}, und {count} aufgefüllte Schritte von „{tensor}“ enthalten etwas anderes: Das Modell liest sie als Daten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks {value}, and {count} real steps of “{tensor}” are {value}: the model drops them.</source>
      <comment>{layer} masks {value}, and {count} real step of “{tensor}” is {value}: the model drops it.</comment>
      <translation>
        <numerusform>{layer} maskiert {value}, und {count} echter Schritt von „{tensor}“ ist {value}: Das Modell lässt ihn weg.</numerusform>
        <numerusform>{layer} maskiert {value}, und {count} echte Schritte von „{tensor}“ sind {value}: Das Modell lässt sie weg.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks {value}, which no padded step holds.</source>
      <translation>{layer} maskiert {value}, das kein aufgefüllter Schritt enthält.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} masks {value}; the fill is {fill}.</source>
      <translation>{layer} maskiert {value}; der Füllwert ist {fill}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} may mask the padding by itself: the config does not tell.</source>
      <translation>{layer} maskiert das Padding vielleicht selbst: Die Konfiguration sagt es nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>{layer} needs {class_name} from {module}, which is not part of Keras. Importing it would run code that the file names.</source>
      <translation>{layer} braucht {class_name} aus {module}, das nicht zu Keras gehört. Der Import würde Code ausführen, den die Datei nennt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{layer} reads ids</source>
      <translation>{layer} liest Ids</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{layer} reads the padding all the same.</source>
      <translation>{layer} liest das Padding trotzdem.</translation>
    </message>
    <message>
      <location filename="../../padviewer/models/loading.py" />
      <source>{layer} uses {class_name}, which is not part of Keras, so the model cannot be loaded here.</source>
      <translation>{layer} benutzt {class_name}, das nicht zu Keras gehört, also kann das Modell hier nicht geladen werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <source>{layer} uses {class_name}, which {source} and is not part of Keras. PadViewer knows it from the config alone.</source>
      <translation>{layer} benutzt {class_name}, das {source} und nicht zu Keras gehört. PadViewer kennt es nur aus der Konfiguration.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/layers.py" />
      <source>{layer}, {kind}, in {inputs}, out {outputs}, parameters: {number}</source>
      <translation>{layer}, {kind}, hinein {inputs}, heraus {outputs}, Parameter: {number}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/words.py" />
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{low} → {high}</source>
      <translation>{low} → {high}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{low} → {high}, log</source>
      <translation>{low} → {high}, log</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>{maxlen} of the lengths is 0</source>
      <translation>{maxlen} der Längen ist 0</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/lengths.py" />
      <source>{maxlen}, keeps {share} of the steps. Longest row {longest}.</source>
      <translation>{maxlen}, behält {share} der Schritte. Längste Zeile {longest}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>{maxlen}, rounded up to a multiple of {multiple}</source>
      <translation>{maxlen}, aufgerundet auf ein Vielfaches von {multiple}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{minutes} min ago</source>
      <translation>vor {minutes} min</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{missing} · no empty rows</source>
      <translation>{missing} · keine leeren Zeilen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{model} declares no inputs. Only a run on real rows can tell whether the tensors fit.</source>
      <translation>{model} nennt keine Eingaben. Nur ein Lauf mit echten Zeilen zeigt, ob die Tensoren passen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>{model} needs at least {steps}; maxlen is {length}. With fewer, nothing is left at {layer}.</source>
      <translation>{model} braucht mindestens {steps}; Maxlen ist {length}. Mit weniger bleibt bei {layer} nichts übrig.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>{model} takes only multiples of {multiple}, from {smallest} on; maxlen is {length}. With it, the shapes do not fit at {layer}.</source>
      <translation>{model} nimmt nur Vielfache von {multiple}, ab {smallest}; Maxlen ist {length}. Damit passen die Formen bei {layer} nicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{model} takes {inputs} ({names}); the recipe makes {gets}.</source>
      <translation>{model} nimmt {inputs} ({names}); das Rezept macht {gets}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/lengths.py" />
      <source>{model} takes {several} steps; maxlen is {length}. With it, the shapes do not fit at {layer}.</source>
      <translation>{model} nimmt {several} Schritte; Maxlen ist {length}. Damit passen die Formen bei {layer} nicht.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>{names}, {count} rows</source>
      <comment>{names}, {count} row</comment>
      <translation>
        <numerusform>{names}, {count} Zeile</numerusform>
        <numerusform>{names}, {count} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/network.py" />
      <location filename="../../padviewer/models/summary.py" />
      <source>{name} declares no inputs, so that tensors cannot be checked against it.</source>
      <translation>{name} nennt keine Eingaben, sodass Tensoren nicht daran geprüft werden können.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{name} has no value.</source>
      <translation>{name} hat keinen Wert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{name} has {choice}, but the column has more ragged axes.</source>
      <translation>{name} hat {choice}, aber die Spalte hat mehr ungleich lange Achsen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/npz.py" />
      <source>{name} is larger, or packed otherwise, than any of ours.</source>
      <translation>{name} ist größer oder anders gepackt als alles von uns.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>{nbytes} bytes are needed and {free} are free.</source>
      <translation>{nbytes} Bytes werden gebraucht, und {free} sind frei.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>{noun} from {low} to {high}</source>
      <translation>{noun} von {low} bis {high}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>{number} %</source>
      <translation>{number} %</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>{number} cut</source>
      <translation>{number} abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/padding.py" />
      <source>{number} filled</source>
      <translation>{number} aufgefüllt</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{number} missing</source>
      <translation>{number} fehlen</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>{number} more below</source>
      <translation>{number} weitere unten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/findings/cards.py" />
      <source>{number} of {all}, {level}</source>
      <translation>{number} von {all}, {level}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>{number} of {hits}</source>
      <translation>{number} von {hits}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{number} step</source>
      <translation>{number} Schritt</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{odd} is no transform.</source>
      <translation>{odd} ist keine Transformation.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/limits.py" />
      <source>{packed} bytes would unpack to {unpacked}, more than {ratio} times as many.</source>
      <translation>{packed} Bytes würden auf {unpacked} entpackt, mehr als das {ratio}-Fache.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/orc.py" />
      <location filename="../../padviewer/core/readers/arrow/parquet.py" />
      <source>{packed} bytes would unpack to {values} values.</source>
      <translation>{packed} Bytes würden auf {values} Werte entpackt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/children.py" />
      <source>{path} cannot be started. Choose a Python.</source>
      <translation>{path} kann nicht gestartet werden. Wählen Sie ein Python.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/style/numbers.py" />
      <source>{points} pt</source>
      <translation>{points} Pp</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/controller.py" />
      <source>{problem} Give a column the role sequence.</source>
      <translation>{problem} Geben Sie einer Spalte die Rolle Sequenz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/tasks/planned.py" />
      <source>{problem} Maxlen is 1 now; give another number.</source>
      <translation>{problem} Maxlen ist jetzt 1; geben Sie eine andere Zahl an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/model/panel.py" />
      <location filename="../../padviewer/gui/panels/recipe/sections.py" />
      <source>{problem} Still {value}.</source>
      <translation>{problem} Es bleibt {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrow/columns.py" />
      <source>{ragged} of its axes are ragged, and at most {most} can be shown</source>
      <translation>{ragged} ihrer Achsen haben ungleiche Längen, und höchstens {most} können gezeigt werden</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/recent.py" />
      <source>{range} steps</source>
      <translation>{range} Schritte</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>{read} The lists are equally long: they could also be {columns} of {rows}.</source>
      <translation>{read} Die Listen sind gleich lang: Sie könnten auch {columns} mit {rows} sein.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/shapes.py" />
      <source>{read} They are not equally long, so that they cannot be columns.</source>
      <translation>{read} Sie sind nicht gleich lang, sodass sie keine Spalten sein können.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/files/whole_file.py" />
      <source>{reason}; nothing was written.</source>
      <translation>{reason}; nichts wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/charts/overlays.py" />
      <source>{rows} × {steps}</source>
      <translation>{rows} × {steps}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/dialogs/palette.py" />
      <source>{row} of {count} entries</source>
      <comment>{row} of {count} entry</comment>
      <translation>
        <numerusform>{row} von {count} Eintrag</numerusform>
        <numerusform>{row} von {count} Einträgen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>{row} · {height} × {width}</source>
      <translation>{row} · {height} × {width}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>{shapes} is not a layer's shape.</source>
      <translation>{shapes} ist keine Form einer Schicht.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>{shape} is not an input's shape.</source>
      <translation>{shape} ist keine Form einer Eingabe.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/tensor_facts.py" />
      <source>{shape} is not the shape of a tensor with rows.</source>
      <translation>{shape} ist nicht die Form eines Tensors mit Zeilen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/window/status.py" />
      <source>{share} padding</source>
      <translation>{share} Padding</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/views/bars/filter.py" />
      <source>{shown} of {count} rows</source>
      <comment>{shown} of {count} row</comment>
      <translation>
        <numerusform>{shown} von {count} Zeile</numerusform>
        <numerusform>{shown} von {count} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>{size} are free again.</source>
      <translation>{size} sind wieder frei.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>{size} are free again. The rows of {count} files stay: they are in use.</source>
      <comment>{size} are free again. The rows of {count} file stay: they are in use.</comment>
      <translation>
        <numerusform>{size} sind wieder frei. Die Zeilen von {count} Datei bleiben: Sie werden benutzt.</numerusform>
        <numerusform>{size} sind wieder frei. Die Zeilen von {count} Dateien bleiben: Sie werden benutzt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/dialogs/export/sheet.py" />
      <source>{size} free on {disk}</source>
      <translation>{size} frei auf {disk}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/dialogs/preferences.py" />
      <source>{size} of {count} files</source>
      <comment>{size} of {count} file</comment>
      <translation>
        <numerusform>{size} von {count} Datei</numerusform>
        <numerusform>{size} von {count} Dateien</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{state} {reason}</source>
      <translation>{state} {reason}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/masks/verdict.py" />
      <source>{state} {tensor}: {reason}</source>
      <translation>{state} {tensor}: {reason}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>{steps} per {column}</source>
      <translation>{steps} je {column}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{steps}, {cut} cut at the end</source>
      <translation>{steps}, {cut} am Ende abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{steps}, {cut} cut at the start</source>
      <translation>{steps}, {cut} am Anfang abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{steps}, {cut} cut in the middle</source>
      <translation>{steps}, {cut} in der Mitte abgeschnitten</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>{steps}, {padding} padding</source>
      <translation>{steps}, {padding} Padding</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{tensor} as {input}</source>
      <translation>{tensor} als {input}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>{tensor} has {axes} {given}; the model's {input} takes {wanted_axes} {wanted}.</source>
      <translation>{tensor} hat {axes} {given}; {input} des Modells nimmt {wanted_axes} {wanted}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>{tensor} has {cells} on axis {axis}; the model's {input} takes exactly {takes}.</source>
      <translation>{tensor} hat {cells} auf Achse {axis}; die Eingabe {input} des Modells nimmt genau {takes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds ids from {low}; for a negative id {layer} silently reads a row from its end.</source>
      <translation>{tensor} enthält Ids ab {low}; für eine negative Id liest {layer} stillschweigend eine Zeile von hinten.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds ids up to {high}; {layer} has input_dim {input_dim}, so its last id is {last}. On a CPU the model stops with an error, under XLA it reads a wrong row.</source>
      <translation>{tensor} enthält Ids bis {high}; {layer} hat input_dim {input_dim}, also ist die letzte Id {last}. Auf einer CPU hält das Modell mit einem Fehler an, unter XLA liest es eine falsche Zeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds integers up to {low}; the model's {input} takes {takes}, which is exact only up to {exact}.</source>
      <translation>{tensor} enthält ganze Zahlen bis {low}; die Eingabe {input} des Modells nimmt {takes}, das nur bis {exact} exakt ist.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds values from {low} to {high}, beyond the {takes} that the model's {input} takes. They wrap around.</source>
      <translation>{tensor} enthält Werte von {low} bis {high}, außerhalb von {takes}, das die Eingabe {input} des Modells nimmt. Sie laufen über.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds {dtype}, which are no numbers; the model's {input} takes {takes}.</source>
      <translation>{tensor} enthält {dtype}, also keine Zahlen; die Eingabe {input} des Modells nimmt {takes}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} holds {dtype}; the model's {input} takes text.</source>
      <translation>{tensor} enthält {dtype}; die Eingabe {input} des Modells nimmt Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/fit.py" />
      <source>{tensor} is no input of {model}. Keras ignores it.</source>
      <translation>{tensor} ist keine Eingabe von {model}. Keras ignoriert den Tensor.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} is {dtype} with whole numbers; {taker}. Keras casts them.</source>
      <translation>{tensor} ist {dtype} mit ganzen Zahlen; {taker}. Keras wandelt sie um.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/values.py" />
      <source>{tensor} is {dtype}; {taker}. Keras cuts off the fractions without a word.</source>
      <translation>{tensor} ist {dtype}; {taker}. Keras schneidet die Brüche ab, ohne etwas zu sagen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>{tensor} is {shape}, the model's {input} takes {takes}. Keras adds a last axis of 1 by itself.</source>
      <translation>{tensor} ist {shape}, die Eingabe {input} des Modells nimmt {takes}. Keras fügt eine letzte Achse mit 1 von selbst an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/fitness/axes.py" />
      <source>{tensor} is {shape}, the model's {input} takes {takes}. Keras drops the last axis of 1 by itself.</source>
      <translation>{tensor} ist {shape}, die Eingabe {input} des Modells nimmt {takes}. Keras lässt die letzte Achse mit 1 von selbst weg.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>{title} has no parameter {key}; it has {known}.</source>
      <translation>{title} hat keinen Parameter {key}; es gibt {known}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>{title} must be {allowed}, not {value}.</source>
      <translation>{title} muss {allowed} sein, nicht {value}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/templates/table.py" />
      <source>{title} {why}; the tensor is {tensor}.</source>
      <translation>{title} {why}; der Tensor ist {tensor}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/painting.py" />
      <source>{title}, from step {step} on</source>
      <translation>{title}, ab Schritt {step}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/panels/data/panel.py" />
      <source>{type}, {axes} ragged axes</source>
      <translation>{type}, {axes} Achsen mit ungleichen Längen</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/arrays.py" />
      <source>{upper}{what} and {other} would both be called “{name}”.</source>
      <translation>{upper}{what} und {other} hießen beide „{name}“.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/data/times.py" />
      <source>{values} They are read as whole numbers in that unit.</source>
      <translation>{values} Sie werden als ganze Zahlen in dieser Einheit gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/clean.py" />
      <source>{value} does not fit {dtype} values.</source>
      <translation>{value} passt nicht zu Werten vom Dtype {dtype}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/reading.py" />
      <source>{value} does not say how a file is read.</source>
      <translation>{value} sagt nicht, wie eine Datei gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>{value} is not a count.</source>
      <translation>{value} ist keine Anzahl.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/table/painting.py" />
      <source>{value} × {count}</source>
      <translation>{value} × {count}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/brackets.py" />
      <source>{what} As numpy prints arrays, at least {lost} values of each are lost.</source>
      <translation>{what} So, wie numpy Arrays ausgibt, sind von jeder mindestens {lost} Werte verloren.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>{what} The column is read as text, and what is no text as its JSON text.</source>
      <translation>{what} Die Spalte wird als Text gelesen, und was kein Text ist, als sein JSON-Text.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{what} The column is read as text.</source>
      <translation>{what} Die Spalte wird als Text gelesen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{what} They are read as missing.</source>
      <comment>{what} It is read as missing.</comment>
      <translation>
        <numerusform>{what} Sie wird als fehlend gelesen.</numerusform>
        <numerusform>{what} Sie werden als fehlend gelesen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/model/spec.py" />
      <source>{what} has no name.</source>
      <translation>{what} hat keinen Namen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/recipe_file.py" />
      <source>{what} has unknown keys: {unknown}.</source>
      <translation>{what} hat unbekannte Schlüssel: {unknown}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>{what} “{cell}” is read as {number}.</source>
      <translation>{what} „{cell}“ wird als {number} gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/fitting.py" />
      <source>{what}, so maxlen {maxlen} is 0.</source>
      <translation>{what}, also ist Maxlen {maxlen} gleich 0.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/gui/panels/lengths.py" />
      <source>{what}, {count} rows so far</source>
      <comment>{what}, {count} row so far</comment>
      <translation>
        <numerusform>{what}, bisher {count} Zeile</numerusform>
        <numerusform>{what}, bisher {count} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>{words} or {last}</source>
      <translation>{words} oder {last}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/remedies.py" />
      <source>{words}, fill value {other}</source>
      <translation>{words}, Füllwert {other}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/bars/find.py" />
      <source>“a”</source>
      <translation>„a“</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>“{cell}” in row {rows}</source>
      <translation>„{cell}“ in Zeile {rows}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/cells/odd.py" />
      <source>“{cell}” in rows {rows}</source>
      <translation>„{cell}“ in den Zeilen {rows}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/changes.py" />
      <source>“{column}” holds one {kind} value a row, no sequence.</source>
      <translation>„{column}“ enthält einen Wert je Zeile ({kind}), keine Sequenz.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/csv/export.py" />
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>“{companion}” does not fit “{name}”: what it calls padding is not of one value, as row {row} shows. The rows are read whole.</source>
      <translation>„{companion}“ passt nicht zu „{name}“: Was es Padding nennt, besteht nicht aus einem einzigen Wert, wie Zeile {row} zeigt. Die Zeilen werden ganz gelesen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>“{companion}” says that {count} steps of “{name}” are padding; they are read as none. What stands there is not one value, so only “{companion}” tells.</source>
      <comment>“{companion}” says that {count} step of “{name}” is padding; it is read as none. What stands there is not one value, so only “{companion}” tells.</comment>
      <translation>
        <numerusform>„{companion}“ sagt, dass {count} Schritt von „{name}“ Padding ist; er wird nicht als Schritt gelesen. Was dort steht, ist nicht ein einziger Wert, also sagt es nur „{companion}“.</numerusform>
        <numerusform>„{companion}“ sagt, dass {count} Schritte von „{name}“ Padding sind; sie werden nicht als Schritte gelesen. Was dort steht, ist nicht ein einziger Wert, also sagt es nur „{companion}“.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/padding/keras.py" />
      <source>“{dtype}” is no dtype.</source>
      <translation>„{dtype}“ ist kein Dtype.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/choices/tensor_recipe.py" />
      <source>“{dtype}” is no dtype. It is one of {dtypes}.</source>
      <translation>„{dtype}“ ist kein Dtype. Er ist einer von {dtypes}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/checks/agreement.py" />
      <source>“{first}” and “{second}” line up step by step, but not in {count} of {n} rows. {told}</source>
      <comment>“{first}” and “{second}” line up step by step, but not in {count} of {n} rows. {told}</comment>
      <translation>
        <numerusform>„{first}“ und „{second}“ entsprechen sich Schritt für Schritt, aber nicht in {count} von {n} Zeilen. {told}</numerusform>
        <numerusform>„{first}“ und „{second}“ entsprechen sich Schritt für Schritt, aber nicht in {count} von {n} Zeilen. {told}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/export/not_held.py" />
      <source>“{name}” ({role}) is not written: a .npy file holds one array.</source>
      <translation>„{name}“ ({role}) wird nicht geschrieben: Eine .npy-Datei hält ein Array.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/own/sidecar.py" />
      <source>“{name}” beside the file is not used: {why}. The rows are read whole.</source>
      <translation>„{name}“ neben der Datei wird nicht benutzt: {why}. Die Zeilen werden ganz gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>“{name}” cannot be a file's name. Give another name.</source>
      <translation>„{name}“ kann kein Dateiname sein. Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>“{name}” cannot both name the rows and order their lines.</source>
      <translation>„{name}“ kann nicht zugleich die Zeilen nennen und ihre Textzeilen ordnen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/cuts.py" />
      <source>“{name}” cannot cut “{owner}” into rows: {why}.</source>
      <translation>„{name}“ kann „{owner}“ nicht in Zeilen teilen: {why}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>“{name}” comes with PadViewer and cannot be deleted.</source>
      <translation>„{name}“ gehört zu PadViewer und kann nicht gelöscht werden.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/session/presets.py" />
      <source>“{name}” comes with PadViewer. Give another name.</source>
      <translation>„{name}“ gehört zu PadViewer. Geben Sie einen anderen Namen an.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/arrays/npz.py" />
      <source>“{name}” has {values} for {rows}, so no row's label is known.</source>
      <translation>„{name}“ hat {values} für {rows}, also ist von keiner Zeile das Label bekannt.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>“{name}” holds lists, and no single value a line.</source>
      <translation>„{name}“ enthält Listen, und nicht einen Wert je Textzeile.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/table.py" />
      <source>“{name}” holds {what}</source>
      <translation>„{name}“ enthält {what}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>“{name}” is left out: its lines hold lists of lists, and a row of these has too many axes.</source>
      <translation>„{name}“ ist weggelassen: Ihre Textzeilen enthalten Listen von Listen, und eine Zeile daraus hat zu viele Achsen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>“{name}” is padded already with {value}, and “{companion}” agrees: {count} steps are padding and are read as none.</source>
      <comment>“{name}” is padded already with {value}, and “{companion}” agrees: {count} step is padding and is read as none.</comment>
      <translation>
        <numerusform>„{name}“ ist schon mit {value} aufgefüllt, und „{companion}“ stimmt zu: {count} Schritt ist Padding und wird nicht als Schritt gelesen.</numerusform>
        <numerusform>„{name}“ ist schon mit {value} aufgefüllt, und „{companion}“ stimmt zu: {count} Schritte sind Padding und werden nicht als Schritte gelesen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>“{name}” is read without the steps of {value} that fill its rows: {count}.</source>
      <translation>„{name}“ wird ohne die Schritte von {value} gelesen, die die Zeilen auffüllen: {count}.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/padded/rows.py" />
      <source>“{name}” looks padded already: {padded} of {steps} steps of the rows looked at are {value} {place}, and so are {alike} between them. They are read as steps.</source>
      <translation>„{name}“ sieht schon aufgefüllt aus: {padded} von {steps} Schritten der angesehenen Zeilen sind {value} {place}, und ebenso {alike} dazwischen. Sie werden als Schritte gelesen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/finding.py" />
      <source>“{name}”: {message}</source>
      <translation>„{name}“: {message}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/long.py" />
      <source>“{order}” is text: the lines of a row are sorted by its letters.</source>
      <translation>„{order}“ ist Text: Die Textzeilen einer Zeile sind nach seinen Buchstaben sortiert.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/tables.py" />
      <source>“{table}” ({holds})</source>
      <translation>„{table}“ ({holds})</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/images/view.py" />
      <source>“{tensor}” has one value a step. Images need two axes: choose a column whose rows are lists of lists, or have features.</source>
      <translation>„{tensor}“ hat einen Wert je Schritt. Bilder brauchen zwei Achsen: Wählen Sie eine Spalte, deren Zeilen Listen von Listen sind oder Merkmale haben.</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/series/view.py" />
      <source>“{tensor}” holds ids of words. A line through them would say nothing. Choose a column of numbers in the data panel.</source>
      <translation>„{tensor}“ enthält Ids von Wörtern. Eine Linie durch sie würde nichts sagen. Wählen Sie im Datenbereich eine Spalte mit Zahlen.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/rows/find_values.py" />
      <source>“{text}” is no number.</source>
      <translation>„{text}“ ist keine Zahl.</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>“{value}” in row {rows}</source>
      <translation>„{value}“ in Zeile {rows}</translation>
    </message>
    <message>
      <location filename="../../padviewer/core/readers/json/odd.py" />
      <source>“{value}” in rows {rows}</source>
      <translation>„{value}“ in den Zeilen {rows}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <source>“{word}”</source>
      <translation>„{word}“</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>≤ {value}</source>
      <translation>≤ {value}</translation>
    </message>
    <message>
      <location filename="../../padviewer/gui/views/common/source.py" />
      <location filename="../../padviewer/gui/views/heatmap/colour_bar.py" />
      <source>≥ {value}</source>
      <translation>≥ {value}</translation>
    </message>
  </context>
</TS>

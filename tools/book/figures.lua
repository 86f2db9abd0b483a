-- The page of all figures. Metadata: scan (the table of scan.lua and
-- figures.awk).
local here = PANDOC_SCRIPT_FILE:match('^(.*)/') or '.'
local book = dofile(here .. '/common.lua')

function Pandoc(doc)
  local t = book.read_scan(book.text(doc.meta.scan))
  for _, name in ipairs(t.names) do
    for _, figure in ipairs(t.figures[name] or {}) do
      doc.blocks:insert(book.figure(figure, '<p>Chapter: <a href="' .. name ..
        '.html">' .. book.escape(t.titles[name]) .. '</a></p>'))
    end
  end
  return doc
end

-- Fills index.md from the table of scan.lua.
-- Metadata: scan (the table), graph (an SVG file), results (a file, or none).
local here = PANDOC_SCRIPT_FILE:match('^(.*)/') or '.'
local book = dofile(here .. '/common.lua')

local means = {
  proved = 'certified as it is written; a theorem: proved in the text',
  refuted = 'its opposite is certified',
  undecided = 'neither is certified',
  open = 'attempted and shown; nothing rests on it',
  assumed = 'its proof is left to the sources that are cited',
  vacuous = 'none of its instances meets the hypotheses',
  stale = 'what is on record was decided for another text',
}

local function html(s)
  return pandoc.RawBlock('html', s)
end

local function sum(of)
  local n = 0
  for _, k in pairs(of or {}) do
    n = n + k
  end
  return n
end

local function several(n, what)
  return n == 0 and '' or n .. ' ' .. what .. (n == 1 and '' or 's')
end

local function list(t)
  local items = {'<ol class="chapters">'}
  for _, name in ipairs(t.names) do
    table.insert(items, '<li><a href="' .. name .. '.html">' ..
      book.escape(t.titles[name]) .. '</a><p class="size">' ..
      several(sum(t.statements[name]), 'theorem') ..
      (t.claims[name] and ' · ' or '') ..
      several(sum(t.claims[name]), 'claim') .. '</p>' ..
      (t.claims[name] and book.counts(t.claims[name]) or '') .. '</li>')
  end
  return html(table.concat(items) .. '</ol>')
end

local function marks()
  local rows = {'<dl class="legend">'}
  for _, word in ipairs(book.order) do
    table.insert(rows, '<dt>' .. book.state(word) .. '</dt><dd>' ..
      means[word] .. '</dd>')
  end
  return html(table.concat(rows) .. '</dl>')
end

local function graph(path)
  local f = assert(io.open(path))
  local svg = f:read('a')
  f:close()
  return html('<div class="graph" tabindex="0">' .. svg .. '</div>')
end

function Pandoc(doc)
  local t = book.read_scan(book.text(doc.meta.scan))
  return doc:walk {Div = function(d)
    if d.identifier == 'list' then
      return list(t)
    elseif d.identifier == 'uses' then
      return graph(book.text(doc.meta.graph))
    elseif d.identifier == 'results' then
      return doc.meta.results and d.content or {}
    elseif d.identifier == 'marks' then
      return marks()
    end
  end}
end

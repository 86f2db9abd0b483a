-- A table of what a woven chapter states and uses, for the other passes:
--   chapter   NAME  FILE  TITLE
--   uses      NAME  ID
--   statement ID    KIND  WORD  TEXT
--   claim     ID    KIND  WORD  TEXT
--   cites     ID    ID          a statement or its proof names another
local here = PANDOC_SCRIPT_FILE:match('^(.*)/') or '.'
local book = dofile(here .. '/common.lua')

local rows = {}

local function row(...)
  local fields = {...}
  for i, field in ipairs(fields) do
    fields[i] = tostring(field):gsub('%s+', ' ')
  end
  table.insert(rows, table.concat(fields, '\t'))
end

-- The words of a paragraph; its formulas as they are written.
local function plain(block)
  local shown = pandoc.Div({block}):walk {
    Math = function(m)
      return pandoc.Str(m.text)
    end
  }
  return book.text(shown)
end

local function scan_claims(code, list)
  local states = book.states(list)
  for _, piece in ipairs(book.pieces(code.text)) do
    local state = piece.name and states[piece.name]
    if state then
      local said = table.concat(piece.lines, ' ')
      said = said:gsub('^%s*%a+%s+[%w_-]+%s*:?%s*', '')
      row('claim', state.id, piece.kind, state.word, said)
    end
  end
end

function Pandoc(doc)
  local name = book.text(doc.meta.name)
  local current = nil
  row('chapter', name, book.text(doc.meta.file),
      book.text(doc.meta.title or name))
  for _, id in ipairs(doc.meta.uses or {}) do
    row('uses', name, book.text(id))
  end
  for i, block in ipairs(doc.blocks) do
    local kind, id = book.statement(block)
    if kind then
      current = id
      local said = plain(block):gsub('^%a+%s+%S+%s*', '')
      row('statement', id, kind, book.established(doc.blocks, i), said)
    elseif block.t == 'Header' then
      current = nil
    elseif block.t == 'CodeBlock' and block.classes[1] == 'lyap' and
           doc.blocks[i + 1] and doc.blocks[i + 1].t == 'BulletList' then
      scan_claims(block, doc.blocks[i + 1])
    end
    if current then
      book.mentions(block, function(other)
        if other ~= current then
          row('cites', current, other)
        end
      end)
    end
  end
  return pandoc.Pandoc({pandoc.RawBlock('plain', table.concat(rows, '\n'))})
end
